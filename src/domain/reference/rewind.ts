import type { WorkItem } from '../work/workItem';

/**
 * The work items as they were at the end of a day, as far as days tell: without those created later, and those that
 * ended later still to do. Tags, parents and estimates are today's, because no day is kept for their changes. Its twins
 * in production are `outcomeOn`, and `isTodo` of `store/work/units` for lists.
 */
export const rewind = <Item extends WorkItem>(items: readonly Item[], asOf: number): Item[] =>
  items
    .filter((item) => item.created <= asOf)
    .map((item) => (endsAfter(item, asOf) ? { ...item, outcome: 'todo', ended: null } : item));

const endsAfter = ({ outcome, ended }: WorkItem, asOf: number): boolean =>
  (outcome === 'done' || outcome === 'dropped') && ended !== null && ended > asOf;
