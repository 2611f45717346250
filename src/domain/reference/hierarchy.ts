import type { WorkItem } from '../work/workItem';

/**
 * The units: the work items that count. Level 0 always is; an epic or above only while it is not broken down, that is while
 * nothing of level 0 or above that is not dropped names it as its parent; a sub-task never is. So nothing counts twice.
 * In production `markUnits` of `store/work/workItems` keeps it.
 */
export const unitsOf = <Item extends WorkItem>(items: readonly Item[]): Item[] => {
  const brokenDown = new Set(
    items.filter((item) => item.level >= 0 && item.outcome !== 'dropped').map((item) => item.parent),
  );
  return items.filter((item) => item.level === 0 || (item.level > 0 && !brokenDown.has(item.id)));
};

/**
 * The items of level 0 and above whose parent is not among the items: there the way up to an objective ends unseen. In production
 * `serveAsParents` of `store/work/workItems` keeps it as `orphan`.
 */
export const unknownParents = (items: readonly WorkItem[]): WorkItem[] => {
  const known = new Set(items.map((item) => item.id));
  return items.filter((item) => item.level >= 0 && item.parent !== null && !known.has(item.parent));
};
