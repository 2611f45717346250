import type { WorkItem } from './workItem';

/** What a work item serves, and from where: `source` is the item whose tag it is */
export type Provenance =
  | { kind: 'direct'; serves: string; source: number }
  | { kind: 'inherited'; serves: string; source: number }
  | { kind: 'none' };

const NONE: Provenance = { kind: 'none' };

/** An item's tag, unless it is a sub-task's, which has no effect. */
export const effectiveTag = (item: Pick<WorkItem, 'level' | 'tag'>): string | null =>
  item.level >= 0 ? item.tag : null;

type InHierarchy = Pick<WorkItem, 'id' | 'parent' | 'level' | 'tag'>;

/**
 * What an item serves: its own tag, else what its parent serves, and so on up. An unknown parent, or one that was
 * passed already (a circle), ends the way up. For all items at once SQL says the same: `pushDown`, with
 * `serveAsParents` of `store/work/workItems`.
 */
export const provenanceOf = (item: InHierarchy, byId: ReadonlyMap<number, InHierarchy>): Provenance => {
  const passed = new Set<number>();
  for (let at: InHierarchy | undefined = item; at && !passed.has(at.id); at = byId.get(at.parent ?? -1)) {
    passed.add(at.id);
    const serves = effectiveTag(at);
    if (serves !== null) return { kind: at.id === item.id ? 'direct' : 'inherited', serves, source: at.id };
  }
  return NONE;
};
