import { type Remembered, paceOf } from './memory';

const WEEKS_OF_YEAR = 52;
/** Years that are looked at. */
const YEARS = 3;
/** Units that are added to both sides, so that a few units make no season. */
const CAUTION = 3;

/**
 * How much more or less came in the same weeks of earlier years than their pace until then had promised: 1 the same.
 * 1 too without a year before, and for a year or more, which has all seasons.
 * @param sums units that came until the end of each week
 * @param memories what was remembered at the end of each week
 * @param week the forecast's
 * @param weeks the coming weeks, also parts of one
 */
export const seasonOf = (
  sums: readonly number[],
  memories: readonly Remembered[],
  week: number,
  weeks: number,
): number => {
  let [came, expected] = [CAUTION, CAUTION];
  if (weeks >= WEEKS_OF_YEAR) return 1;
  for (let year = 1; year <= YEARS; year++) {
    const then = week - year * WEEKS_OF_YEAR;
    const past = memories[then];
    // A quarter of a year must be remembered.
    if (!past || then < WEEKS_OF_YEAR / 4) break;
    expected += weeks * paceOf(past);
    const [whole, part] = [Math.floor(weeks), weeks % 1];
    const until = (at: number): number => sums[then + at] ?? 0;
    came += until(whole) - until(0) + part * (until(whole + 1) - until(whole));
  }
  return came / expected;
};
