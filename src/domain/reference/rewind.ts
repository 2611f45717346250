import type { WorkItem } from '../work/workItem';

/**
 * The work items as they were at the end of a day, as far as days tell: what was created later is left out, and what ended
 * later had not ended. Tags, parents and estimates are today's, because no day is kept for their changes. In production `blockFigures`
 * does so item by item, and lists do it by `isTodo` of `store/work/units`.
 */
export const rewind = <Item extends WorkItem>(items: readonly Item[], asOf: number): Item[] =>
  items
    .filter((item) => item.created <= asOf)
    .map((item) => (endsAfter(item, asOf) ? { ...item, outcome: 'todo', ended: null } : item));

const endsAfter = ({ outcome, ended }: WorkItem, asOf: number): boolean =>
  (outcome === 'done' || outcome === 'dropped') && ended !== null && ended > asOf;
