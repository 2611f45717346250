import type { Day } from '../../../../src/contract';
import { formatDay, parseDay } from '../../../../src/domain/time/day';
import { periodAround } from '../../../../src/domain/time/window';
import { useChoice } from '../routing/address';

/** The parameter of an address that chooses a past day. */
export const AS_OF = 'asOf';

/** As of when figures are shown beside today's: not at all, a day that moves with today, or any day. */
export type PastChoice = 'today' | 'quarter' | 'month' | '90' | 'day';

export const PAST_CHOICES: { value: PastChoice; name: string }[] = [
  { value: 'today', name: 'Today' },
  { value: 'quarter', name: 'Last quarter’s end' },
  { value: 'month', name: 'Last month’s end' },
  { value: '90', name: '90 days ago' },
  { value: 'day', name: 'Another day' },
];

/** The days of the choices that move with today. */
const MOVING: Record<'quarter' | 'month' | '90', (today: Day) => Day> = {
  quarter: (today) => periodAround(today, 'quarter').from - 1,
  month: (today) => periodAround(today, 'month').from - 1,
  90: (today) => today - 90,
};

type Past = { choice: PastChoice; day: Day | null };

/** What a parameter of an address chooses. What is no choice, and no date, is today. */
export function pastOf(chosen: string | null, today: Day): Past {
  if (chosen === 'quarter' || chosen === 'month' || chosen === '90') {
    return { choice: chosen, day: MOVING[chosen](today) };
  }
  const day = chosen === null ? null : parseDay(chosen);
  return day === null ? { choice: 'today', day: null } : { choice: 'day', day };
}

/** The past day in the page's address; `null`: only today is shown. */
export function usePastDay(today: Day): Past & { choose: (choice: PastChoice) => void; chooseDay: (day: Day) => void } {
  const [chosen, put] = useChoice(AS_OF);
  const past = pastOf(chosen, today);
  const chooseDay = (day: Day) => put(formatDay(day));
  return {
    ...past,
    chooseDay,
    choose: (choice) => {
      // Begins with the day that is shown, to change it.
      if (choice === 'day') chooseDay(past.day ?? today - 1);
      else put(choice === 'today' ? null : choice);
    },
  };
}
