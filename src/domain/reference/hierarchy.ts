import type { WorkItem } from '../work/workItem';

/** The issues that are work: those that are no objectives. */
export const workAmong = <Item extends WorkItem>(items: readonly Item[]): Item[] =>
  items.filter(({ isObjective = false }) => !isObjective);

/**
 * The units: the work items that count. Level 0 always; an epic or above only while it has no child of level 0 or above
 * that is not dropped; a sub-task never, nor an issue that is an objective. So nothing counts twice. Its twin in
 * production is `markUnits` of `store/work/workItems`.
 */
export const unitsOf = <Item extends WorkItem>(items: readonly Item[]): Item[] => {
  const work = workAmong(items);
  const brokenDown = new Set(
    work.filter((item) => item.level >= 0 && item.outcome !== 'dropped').map((item) => item.parent),
  );
  return work.filter((item) => item.level === 0 || (item.level > 0 && !brokenDown.has(item.id)));
};

/**
 * The work items of level 0 and above whose parent is not among the items. Its twin in production is the column `orphan`,
 * set by `serveAsParents` of `store/work/workItems`.
 */
export const unknownParents = (items: readonly WorkItem[]): WorkItem[] => {
  const known = new Set(items.map((item) => item.id));
  return workAmong(items).filter((item) => item.level >= 0 && item.parent !== null && !known.has(item.parent));
};
