import type { WorkItem } from '../work/workItem';

/**
 * The units: the work items that count. Level 0 always; an epic or above only while it has no child of level 0 or above
 * that is not dropped; a sub-task never. So nothing counts twice. Its twin in production is `markUnits` of
 * `store/work/workItems`.
 */
export const unitsOf = <Item extends WorkItem>(items: readonly Item[]): Item[] => {
  const brokenDown = new Set(
    items.filter((item) => item.level >= 0 && item.outcome !== 'dropped').map((item) => item.parent),
  );
  return items.filter((item) => item.level === 0 || (item.level > 0 && !brokenDown.has(item.id)));
};

/**
 * The items of level 0 and above whose parent is not among the items. Its twin in production is the column `orphan`,
 * set by `serveAsParents` of `store/work/workItems`.
 */
export const unknownParents = (items: readonly WorkItem[]): WorkItem[] => {
  const known = new Set(items.map((item) => item.id));
  return items.filter((item) => item.level >= 0 && item.parent !== null && !known.has(item.parent));
};
