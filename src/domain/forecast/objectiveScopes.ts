import type { Cascade } from '../strategy/cascade';
import { type WeekSum, weekOf, lastDayOf } from '../time/weeks';
import { sumOfSeries, weekSeries } from '../time/weekSeries';
import { oldestWeek } from './alignmentTrend';
import { WEEKS_BETWEEN } from './foresight';
import { type Scope, WEEKS_BEFORE } from './replay';
import { openWeekly } from './weeklyCounts';

/**
 * Every objective with all below it as a scope of forecasts, by key: the full weeks up to `asOf` that are kept apart, from
 * the one on in which its first unit was added. Dropped units are not kept by week, and are left out as if they had
 * never been.
 * @param weeks all that are kept; the oldest holds everything before it
 * @param openUnits open units of each objective with all below it
 */
export const objectiveScopes = (
  weeks: readonly WeekSum[],
  cascade: Cascade,
  asOf: number,
  openUnits: ReadonlyMap<string, number>,
): Map<string, Scope> => {
  const oldest = oldestWeek(asOf);
  // A week is full if the day after `asOf` lies in another.
  const full = weekOf(asOf + 1) - 1 - oldest;
  // Before the full weeks all that is older, after them what came since.
  const places = full + 2;
  const series = (part: 'added' | 'done'): Map<string | null, number[]> =>
    weekSeries(weeks, {
      places,
      key: ({ serves }) => serves,
      place: (week) => Math.min(places - 1, Math.max(0, week - oldest)),
      size: (sum) => sum[part].units,
    });
  const [addedBy, doneBy] = [series('added'), series('done')];

  const scopeOf = (key: string): Scope => {
    const subtree = cascade.subtree(key);
    const added = sumOfSeries(subtree, addedBy, places);
    const done = sumOfSeries(subtree, doneBy, places);
    const first =
      (added[0] ?? 0) > 0
        ? 1
        : Math.max(
            1,
            added.findIndex((units) => units > 0),
          );
    const since = added.slice(first).reduce((net, units, at) => net + units - (done[first + at] ?? 0), 0);
    const ofFull = (all: readonly number[]): number[] => all.slice(first, full + 1);
    const counts = { added: ofFull(added), done: ofFull(done), dropped: ofFull(added).map(() => 0) };
    const asOfs = [];
    for (let week = counts.done.length - 1 - WEEKS_BETWEEN; week >= WEEKS_BEFORE - 1; week -= WEEKS_BETWEEN) {
      asOfs.unshift(week);
    }
    return {
      key,
      counts: { ...counts, open: openWeekly(counts, (openUnits.get(key) ?? 0) - since) },
      firstWeekEnds: lastDayOf(oldest + first),
      asOfs,
    };
  };
  return new Map(cascade.objectives.map(({ key }) => [key, scopeOf(key)]));
};
