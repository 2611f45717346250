import { type Mix, type StatusOf, strategicIn } from '../work/mix';
import { ratio } from '../ratio';
import type { EffortSnapshot, ProjectSnapshot } from '../strategy/snapshot';
import { type Standing, standingOf } from '../work/standing';
import { fromThousandths, type Measure } from '../work/tally';
import { recordedByWeek, TREND_WEEKS, trendDays } from './trend';
import { type WeekSum, type Weeks, weekOf } from '../time/weeks';
import { weekSeries } from '../time/weekSeries';
import { DEFAULT_WINDOW_DAYS, type Window } from '../time/window';

/**
 * The effort of projects in the time up to a day. `recorded`: from a snapshot; else reconstructed from what was done
 */
export type AlignmentPoint = Mix & { day: number; recorded: boolean };

/** Weeks of done work in a reconstructed point: about the 90 days of a recorded one. */
const EFFORT_WEEKS = 13;

/** The weeks whose done work a reconstructed point counts. */
export const effortWeeks = (day: number): Weeks => ({ first: weekOf(day) - EFFORT_WEEKS + 1, last: weekOf(day) });

/** The newest weeks, of which a trend is reconstructed. */
export const WEEKS_NEEDED = TREND_WEEKS + EFFORT_WEEKS;

/**
 * Weeks that are stored apart, before the week of a day: a year, so that forecasts learn from ten earlier ones (the
 * evidence is in `README.md`). The oldest also holds everything before it.
 */
export const WEEKS_KEPT = 52;

/** The oldest week that is stored apart on a day. */
export const oldestWeek = (asOf: number): number => weekOf(asOf) - WEEKS_KEPT;

/** The first week whose done work a trend up to a day needs. */
export const firstTrendWeek = (asOf: number): number => weekOf(asOf) - TREND_WEEKS - (EFFORT_WEEKS - 1);

/** Whether a window is the 90 days of snapshots. Another window's effort cannot continue a recorded trend. */
export const isAsRecorded = ({ from, to }: Window): boolean => to - from + 1 === DEFAULT_WINDOW_DAYS;

/** Work done in a week, in thousandths, by its standing today. A week and standing may occur several times. */
export type DoneWeek = { week: number; standing: Standing; size: number };

/** Done work by week and standing. */
export const doneWeeks = (weeks: readonly WeekSum[], statusOf: StatusOf): DoneWeek[] =>
  weeks.map(({ serves, week, done }) => ({ week, standing: standingOf(serves, true, statusOf), size: done.size }));

const mixBy = (size: (standing: Standing) => number): Mix => {
  const [aligned, run, stale, unlinked] = [size('aligned'), size('run'), size('stale'), size('unlinked')];
  return { aligned, run, stale, unlinked, alignment: ratio(aligned, strategicIn({ aligned, stale, unlinked })) };
};

const point = (day: number, recorded: boolean, mix: Mix): AlignmentPoint => ({ day, ...mix, recorded });

/** The effort in some snapshots of one day. */
export const recordedMix = (snapshots: readonly EffortSnapshot[], measure: Measure): Mix =>
  mixBy((standing) => {
    const sum = snapshots.reduce((all, snapshot) => all + snapshot[measure][standing], 0);
    return measure === 'items' ? sum : fromThousandths(sum);
  });

/** What was planned by some snapshots of one day. It is recorded in items; `null`: of some project it was not. */
export const recordedPlan = (snapshots: readonly ProjectSnapshot[], measure: Measure): Mix | null => {
  const plans = snapshots.flatMap(({ planned }) => planned ?? []);
  if (measure !== 'items' || plans.length === 0 || plans.length < snapshots.length) return null;
  return mixBy((standing) => plans.reduce((all, planned) => all + planned[standing], 0));
};

/**
 * The trend of effort alignment, one point a week: the newest snapshot of that week, else what was done in the 13 weeks
 * up to it. The weeks must reach back to `firstTrendWeek`, with that week apart from all before it.
 * @param today the effort of the 90 days up to `asOf`, for the last point; `null`: it is reconstructed like the others
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
    places: WEEKS_NEEDED,
    key: ({ standing }) => standing,
    place: (week) => week - firstWeek,
    size: ({ size }) => size,
  });
  const recorded = recordedByWeek(snapshots, asOf);

  const recordedPoint = (day: number, together: readonly EffortSnapshot[]): AlignmentPoint =>
    point(day, true, recordedMix(together, measure));
  const reconstructedPoint = (day: number, at: number): AlignmentPoint =>
    point(
      day,
      false,
      mixBy((standing) => {
        const sizes = done.get(standing)?.slice(at, at + EFFORT_WEEKS) ?? [];
        return fromThousandths(sizes.reduce((all, size) => all + size, 0));
      }),
    );

  return trendDays(asOf).map((day, at) => {
    if (day === asOf && today !== null)
      return point(
        day,
        true,
        mixBy((standing) => today[standing]),
      );
    const together = recorded.get(weekOf(day));
    return together?.[0] ? recordedPoint(together[0].day, together) : reconstructedPoint(day, at);
  });
};
