import type { Outcome, WorkItem } from './workItem';

type Ending = Pick<WorkItem, 'outcome' | 'ended'>;

/** Whether an item that is over came to its end after a day. */
export const endsAfter = ({ outcome, ended }: Ending, day: number): boolean =>
  (outcome === 'done' || outcome === 'dropped') && ended !== null && ended > day;

/** An item's outcome at the end of a day, as far as days tell: what ended later was still to do. */
export const outcomeOn = (item: Ending, day: number): Outcome => (endsAfter(item, day) ? 'todo' : item.outcome);
