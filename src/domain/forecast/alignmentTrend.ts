import type { Mix, StatusOf } from '../work/mix';
import { ratio } from '../ratio';
import type { EffortSnapshot } from '../strategy/snapshot';
import { type Standing, standingOf } from '../work/standing';
import { fromThousandths, type Measure } from '../work/tally';
import { recordedByWeek, TREND_WEEKS, trendDays } from './trend';
import { type WeekSum, weekOf } from '../time/weeks';
import { weekSeries } from '../time/weekSeries';
import { DEFAULT_WINDOW_DAYS, type Window } from '../time/window';

/** The effort of some projects in the time up to a day. `recorded` is false for what is reconstructed from what was done. */
export type AlignmentPoint = Mix & { day: number; recorded: boolean };

/** How many weeks of done work a reconstructed point looks at: about the ninety days that are recorded. */
const EFFORT_WEEKS = 13;

/** So many weeks before that of a day are told apart, which is what trends look back on; the oldest also holds all before it. */
export const WEEKS_KEPT = TREND_WEEKS + EFFORT_WEEKS;

/** The oldest week that is told apart on a day. */
export const oldestWeek = (asOf: number): number => weekOf(asOf) - WEEKS_KEPT;

/** The first week whose done work the trend up to a day looks at. */
export const firstTrendWeek = (asOf: number): number => weekOf(asOf) - TREND_WEEKS - (EFFORT_WEEKS - 1);

/** Snapshots hold ninety days of effort: another window's does not go on where they end. */
export const isAsRecorded = ({ from, to }: Window): boolean => to - from + 1 === DEFAULT_WINDOW_DAYS;

/** The size of what was done in a week, in thousandths, by its standing today. Of one week and standing there may be several. */
export type DoneWeek = { week: number; standing: Standing; size: number };

/** What was done, as the trend looks at it. */
export const doneWeeks = (weeks: readonly WeekSum[], statusOf: StatusOf): DoneWeek[] =>
  weeks.map(({ serves, week, done }) => ({ week, standing: standingOf(serves, true, statusOf), size: done.size }));

const point = (day: number, recorded: boolean, size: (standing: Standing) => number): AlignmentPoint => {
  const [aligned, run, stale, unlinked] = [size('aligned'), size('run'), size('stale'), size('unlinked')];
  return { day, aligned, run, stale, unlinked, alignment: ratio(aligned, aligned + stale + unlinked), recorded };
};

/**
 * The trend of alignment over the projects whose snapshots and weeks are given, one point a week: what was recorded last in that
 * week, or else what was done in the 13 weeks up to it. The weeks must reach back to `firstTrendWeek` and tell that one from all
 * before it.
 * @param today the effort of the 90 days up to `asOf`, for the last point; `null` where it is not at hand: then that point is as the others
 */
export const alignmentTrend = ({
  weeks,
  snapshots,
  measure,
  asOf,
  today,
}: {
  weeks: readonly DoneWeek[];
  snapshots: readonly EffortSnapshot[];
  measure: Measure;
  asOf: number;
  today: Mix | null;
}): AlignmentPoint[] => {
  const firstWeek = firstTrendWeek(asOf);
  const done = weekSeries(weeks, {
    places: WEEKS_KEPT,
    key: ({ standing }) => standing,
    place: (week) => week - firstWeek,
    size: ({ size }) => size,
  });
  const recorded = recordedByWeek(snapshots, asOf);

  const recordedPoint = (day: number, together: readonly EffortSnapshot[]): AlignmentPoint =>
    point(day, true, (standing) => {
      const sum = together.reduce((all, snapshot) => all + snapshot[measure][standing], 0);
      return measure === 'items' ? sum : fromThousandths(sum);
    });
  const reconstructedPoint = (day: number, at: number): AlignmentPoint =>
    point(day, false, (standing) => {
      const sizes = done.get(standing)?.slice(at, at + EFFORT_WEEKS) ?? [];
      return fromThousandths(sizes.reduce((all, size) => all + size, 0));
    });

  return trendDays(asOf).map((day, at) => {
    if (day === asOf && today !== null) return point(day, true, (standing) => today[standing]);
    const together = recorded.get(weekOf(day));
    return together?.[0] ? recordedPoint(together[0].day, together) : reconstructedPoint(day, at);
  });
};
