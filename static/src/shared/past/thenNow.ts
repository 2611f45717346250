import type { Explanation } from '../explain/explanation';
import { NONE, type Format } from '../format';

/** What both figures are made of. A figure without a value has nothing to explain. */
export type Explained = { then?: Explanation; now?: Explanation };

/** A figure on a day and now, in words. Without a value it has a dash, and no change. */
export type ThenNow = { name: string; then: string; now: string; change: string; explained?: Explained };

type Value = number | null;

/** "unchanged" if both are written alike; a dash if one of them has no value. */
const changeInWords = (then: Value, now: Value, apart: (difference: number) => string | null): string => {
  if (then === null || now === null) return NONE;
  const difference = apart(Math.abs(now - then));
  return difference === null ? 'unchanged' : `${now > then ? '+' : '−'}${difference}`;
};

/** A score then and now, each as `write` writes it. */
export const scoreThenNow = (name: string, then: Value, now: Value, write: Format['score']): ThenNow => ({
  name,
  then: write(then),
  now: write(now),
  change: changeInWords(then, now, (difference) => (write(then) === write(now) ? null : write(difference))),
});

/** A share 0…1 then and now. */
export const shareThenNow = (name: string, then: Value, now: Value, format: Format): ThenNow => ({
  name,
  then: format.percent(then),
  now: format.percent(now),
  change: changeInWords(then, now, format.points),
});
