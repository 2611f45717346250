import type { WorkItem } from '../work/workItem';

/** What a work item serves and how it got it: `source` is the item whose tag it is. */
export type Provenance =
  | { kind: 'direct'; serves: string; source: number }
  | { kind: 'inherited'; serves: string; source: number }
  | { kind: 'none' };

const NONE: Provenance = { kind: 'none' };

/** A tag on a sub-task has no effect: it is part of its parent. */
export const effectiveTag = (item: Pick<WorkItem, 'level' | 'tag'>): string | null =>
  item.level >= 0 ? item.tag : null;

/**
 * What an item serves: its own tag; without one, what its parent serves, and so on up. An own tag always wins.
 * A parent that is not known, or that was passed already (a cycle), ends the way up. In production `pushDown` works it out level by
 * level, with `serveAsParents` of `store/work/workItems`.
 */
export const provenanceOf = (item: WorkItem, byId: ReadonlyMap<number, WorkItem>): Provenance => {
  const passed = new Set<number>();
  for (let at: WorkItem | undefined = item; at && !passed.has(at.id); at = byId.get(at.parent ?? -1)) {
    passed.add(at.id);
    const serves = effectiveTag(at);
    if (serves !== null) return { kind: at.id === item.id ? 'direct' : 'inherited', serves, source: at.id };
  }
  return NONE;
};
