import type { Cascade } from '../strategy/cascade';
import { type WeekSum, weekOf } from '../time/weeks';
import { sumOfSeries, weekSeries } from '../time/weekSeries';

/** Full weeks that a forecast draws from. */
export const THROUGHPUT_WEEKS = 12;

/**
 * Units done in each of the last 12 full weeks up to `asOf`, oldest first, for every objective with all below it.
 * `weeks` must reach further back, because its oldest week holds everything before.
 */
export const throughputByObjective = (
  weeks: readonly WeekSum[],
  cascade: Cascade,
  asOf: number,
  count = THROUGHPUT_WEEKS,
): Map<string, number[]> => {
  // A week is full if the day after `asOf` lies in another.
  const lastFull = weekOf(asOf + 1) - 1;
  const own = weekSeries(weeks, {
    places: count,
    key: ({ serves }) => serves,
    place: (week) => week - (lastFull - count + 1),
    size: ({ done }) => done.units,
  });
  return new Map(cascade.objectives.map(({ key }) => [key, sumOfSeries(cascade.subtree(key), own, count)]));
};
