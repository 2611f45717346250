import { provenanceOf } from '../../domain/work/provenance';
import type { Projected } from '../../store/work/findWorkItems';

/** What an issue's objective comes from: a tag, an issue above that is the objective, or a link of `issue` to that. */
export type Source = { kind: 'direct' | 'inherited' | 'hierarchy' | 'link'; issue: number };

/**
 * The issue from which another has what it serves; `null`: it serves nothing, or a change is being written and shows none.
 * @param stored the issue and its ancestors
 */
export const sourceOf = (stored: readonly Projected[]): Source | null => {
  const [found] = stored;
  if (!found || found.serves === null) return null;
  const provenance = provenanceOf(inHierarchy(found), new Map(stored.map((item) => [item.id, inHierarchy(item)])));
  return provenance.kind === 'none' ? null : { kind: provenance.kind, issue: provenance.source };
};

const inHierarchy = ({ id, parent, level, tag, own, link }: Projected) => ({
  ...{ id, parent, level, link },
  tag: own ?? tag,
  isObjective: own !== null,
});
