import { lastDayOf, weekOf } from '../time/weeks';

/** How far a trend reaches back. */
export const TREND_WEEKS = 13;

/**
 * The days of a trend's points, oldest first: the last day of each of the 13 weeks before that of `asOf`, so that what is
 * reconstructed from weeks is true to the day, and `asOf` itself.
 */
export const trendDays = (asOf: number): number[] => {
  const days = [];
  for (let back = TREND_WEEKS; back > 0; back--) days.push(lastDayOf(weekOf(asOf) - back));
  return [...days, asOf];
};

/** What was recorded up to `asOf`, by week: the newest of each, so that a day that was missed leaves no hole. */
export const recordedByWeek = <T extends { day: number }>(snapshots: readonly T[], asOf: number): Map<number, T[]> => {
  const newest = new Map<number, T[]>();
  for (const snapshot of snapshots) {
    if (snapshot.day > asOf) continue;
    const week = weekOf(snapshot.day);
    const known = newest.get(week);
    const knownDay = known?.[0]?.day ?? -Infinity;
    if (snapshot.day === knownDay) known?.push(snapshot);
    else if (snapshot.day > knownDay) newest.set(week, [snapshot]);
  }
  return newest;
};
