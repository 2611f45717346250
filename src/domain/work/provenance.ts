import type { WorkItem } from './workItem';

/**
 * What a work item serves, and from where. `source` is the item whose tag it is, the issue above that is the objective,
 * or the item that a link joins to it.
 */
export type Provenance =
  { kind: 'direct' | 'inherited' | 'hierarchy' | 'link'; serves: string; source: number } | { kind: 'none' };

const NONE: Provenance = { kind: 'none' };

type InHierarchy = Pick<WorkItem, 'id' | 'parent' | 'level' | 'tag' | 'isObjective' | 'link'>;

/** An item's tag, unless it is a sub-task's, which has no effect. */
export const effectiveTag = ({
  level,
  tag,
  isObjective = false,
}: Pick<InHierarchy, 'level' | 'tag' | 'isObjective'>): string | null => (level >= 0 || isObjective ? tag : null);

/**
 * What an item serves: its own tag, else what its parent serves, and so on up; an issue above that is an objective has
 * its own key as its tag. Where nothing is found so, the nearest link on the way up. An unknown parent, or one that was
 * passed already (a circle), ends the way up. For all items at once SQL says the same: `pushDown`, with
 * `serveAsParents` of `store/work/workItems`.
 */
export const provenanceOf = (item: InHierarchy, byId: Pick<ReadonlyMap<number, InHierarchy>, 'get'>): Provenance => {
  const passed = new Set<number>();
  let linked: Provenance | null = null;
  for (let at: InHierarchy | undefined = item; at && !passed.has(at.id); at = byId.get(at.parent ?? -1)) {
    passed.add(at.id);
    const serves = effectiveTag(at);
    if (serves !== null) return { kind: kindOf(at, item), serves, source: at.id };
    if (at.level >= 0 && at.link) linked ??= { kind: 'link', serves: at.link, source: at.id };
  }
  return linked ?? NONE;
};

/** What an item serves: an objective's key, `RUN`, or `null` for nothing. */
export const servesOf = (...asked: Parameters<typeof provenanceOf>): string | null => {
  const provenance = provenanceOf(...asked);
  return provenance.kind === 'none' ? null : provenance.serves;
};

const kindOf = (source: InHierarchy, item: InHierarchy): 'direct' | 'inherited' | 'hierarchy' => {
  if (source.id === item.id) return 'direct';
  return source.isObjective ? 'hierarchy' : 'inherited';
};
