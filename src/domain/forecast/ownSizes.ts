import { runningSums } from '../time/runningSums';
import { type WeekSum, weekOf } from '../time/weeks';
import { weekSeries } from '../time/weekSeries';
import { TREND_WEEKS } from './trend';

/** The points of a trend: the weeks before, and `asOf`. */
export const POINTS = TREND_WEEKS + 1;

/**
 * What was added or done in the time up to each point of a trend since the point before, in thousandths, by what it serves. What is older
 * counts from the first point on; the last point counts everything.
 */
export const addedByPoint = (
  weeks: readonly WeekSum[],
  part: 'added' | 'done',
  asOf: number,
): Map<string | null, number[]> => {
  const firstWeek = weekOf(asOf) - TREND_WEEKS;
  return weekSeries(weeks, {
    places: POINTS,
    key: ({ serves }) => serves,
    place: (week) => Math.min(POINTS - 1, Math.max(0, week - firstWeek)),
    size: (sum) => sum[part].size,
  });
};

/** As `addedByPoint`, summed up to each point. */
export const sumsByPoint = (...asked: Parameters<typeof addedByPoint>): Map<string | null, number[]> =>
  new Map([...addedByPoint(...asked)].map(([key, sizes]) => [key, runningSums(sizes)]));
