import { lastDayOf, weekOf } from '../time/weeks';

/** Weeks that a trend goes back. */
export const TREND_WEEKS = 13;

/**
 * The days of a trend's points, oldest first: the Sundays of the 13 weeks before that of `asOf`, and `asOf`. Sundays,
 * because weeks are known to their last day only.
 */
export const trendDays = (asOf: number): number[] => {
  const days = [];
  for (let back = TREND_WEEKS; back > 0; back--) days.push(lastDayOf(weekOf(asOf) - back));
  return [...days, asOf];
};

/** The snapshots up to `asOf` by week, of each week the newest day's, so that a missed day leaves no hole. */
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

/** The newest point of a trend up to a day; `null`: it begins later. */
export const pointUpTo = <T extends { day: number }>(trend: readonly T[], day: number): T | null =>
  trend.filter((point) => point.day <= day).at(-1) ?? null;
