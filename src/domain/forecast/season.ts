import { type Remembered, paceOf } from './memory';

const WEEKS_OF_YEAR = 52;
/** Years that are looked at. */
const YEARS = 3;
/** Units that are added to both sides, so that a few units make no season. */
const CAUTION = 3;

/**
 * How much more or less came in the same weeks of earlier years than their pace until then had promised: 1 the same.
 * 1 too without a year before, and for a year or more, which has all seasons.
 * @param weekly units that came in each week
 * @param memories what was remembered at the end of each week
 * @param week the forecast's
 * @param weeks the coming weeks, also parts of one
 */
export const seasonOf = (
  weekly: readonly number[],
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
    for (let at = 1; at < weeks + 1; at++) came += (weekly[then + at] ?? 0) * Math.min(1, weeks + 1 - at);
  }
  return came / expected;
};
