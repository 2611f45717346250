import type { Cascade } from '../strategy/cascade';
import { type WeekSum, weekOf } from '../time/weeks';
import { sumOfSeries, weekSeries } from '../time/weekSeries';

/** What a forecast looks back on. */
const THROUGHPUT_WEEKS = 12;

/** Units done in each of the last full weeks up to `asOf`, by what they serve themselves. */
const ownThroughput = (weeks: readonly WeekSum[], asOf: number, count: number): Map<string, number[]> => {
  // A week is full when the day after `asOf` lies in another.
  const lastFull = weekOf(asOf + 1) - 1;
  return weekSeries(weeks, {
    places: count,
    key: ({ serves }) => serves,
    place: (week) => week - (lastFull - count + 1),
    size: ({ done }) => done.units,
  });
};

/**
 * How many units that serve some objectives were done in each of the last full weeks up to `asOf`, oldest first. The weeks must
 * reach further back than that, since the oldest one kept holds all before it.
 */
export const throughput = (
  weeks: readonly WeekSum[],
  serves: ReadonlySet<string>,
  asOf: number,
  count = THROUGHPUT_WEEKS,
): number[] => sumOfSeries(serves, ownThroughput(weeks, asOf, count), count);

/** The throughput of every objective with all below it, going through the weeks once. */
export const throughputByObjective = (
  weeks: readonly WeekSum[],
  cascade: Cascade,
  asOf: number,
  count = THROUGHPUT_WEEKS,
): Map<string, number[]> => {
  const own = ownThroughput(weeks, asOf, count);
  return new Map(cascade.objectives.map(({ key }) => [key, sumOfSeries(cascade.subtree(key), own, count)]));
};
