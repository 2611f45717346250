import { provenanceOf } from '../../domain/work/provenance';
import type { Projected } from '../../store/work/findWorkItems';

/**
 * The issue whose tag another inherits or has; `null`: it serves nothing, or a change is being written and shows none.
 * @param stored the issue and its ancestors
 */
export const sourceOf = (stored: readonly Projected[]): number | null => {
  const [found] = stored;
  if (!found || found.serves === null) return null;
  const provenance = provenanceOf(found, new Map(stored.map((item) => [item.id, item])));
  return provenance.kind === 'none' ? null : provenance.source;
};
