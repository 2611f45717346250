import { sumOfSeries, weekSeries } from '../time/weekSeries';
import { type WeekSum, weekOf } from '../time/weeks';
import { fromThousandths } from '../work/tally';
import { POINTS } from './ownSizes';
import { TREND_WEEKS } from './trend';

/** The work that was added and done in one week. */
export type FlowWeek = { week: number; added: number; done: number };

/**
 * The work of some objectives that was added and done in each week of a trend: the 13 before that of `asOf`, and that
 * one, oldest first.
 */
export const weeklyFlow = (keys: Iterable<string>, weeks: readonly WeekSum[], asOf: number): FlowWeek[] => {
  const firstWeek = weekOf(asOf) - TREND_WEEKS;
  const of = [...keys];
  const seriesOf = (part: 'added' | 'done'): number[] => {
    const own = weekSeries(weeks, {
      places: POINTS,
      key: ({ serves }) => serves,
      place: (week) => week - firstWeek,
      size: (sum) => sum[part].size,
    });
    return sumOfSeries(of, own, POINTS).map(fromThousandths);
  };
  const done = seriesOf('done');
  return seriesOf('added').map((added, at) => ({ week: firstWeek + at, added, done: done[at] ?? 0 }));
};
