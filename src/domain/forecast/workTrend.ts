import { byObjective } from '../strategy/byObjective';
import type { Cascade } from '../strategy/cascade';
import { runningSums } from '../time/runningSums';
import type { ObjectiveSnapshot } from '../strategy/snapshot';
import { fromThousandths, type Measure } from '../work/tally';
import { addedByPoint, POINTS } from './ownSizes';
import { recordedByWeek, trendDays } from './trend';
import { type WeekSum, weekOf } from '../time/weeks';
import { sumOfSeries } from '../time/weekSeries';

/**
 * The work of an objective and all below it at the end of a day. `recorded`: from a snapshot; else reconstructed from
 * the days on which today's units were created and done
 */
export type WorkPoint = { day: number; total: number; done: number; recorded: boolean };

const recordedPoint = (snapshot: ObjectiveSnapshot, measure: Measure): WorkPoint => {
  const { todo, doing, done } = snapshot[measure];
  const shown = measure === 'items' ? (count: number) => count : fromThousandths;
  return { day: snapshot.day, total: shown(todo + doing + done), done: shown(done), recorded: true };
};

/**
 * The trend of every objective's work, one point a week: the newest snapshot of that week, else reconstructed from the
 * weeks. The point of `asOf` counts all units as they are now. The weeks must hold all work, what is older in the
 * oldest.
 */
export const workTrends = ({
  cascade,
  weeks,
  snapshots,
  measure,
  asOf,
}: {
  cascade: Cascade;
  weeks: readonly WeekSum[];
  snapshots: readonly ObjectiveSnapshot[];
  measure: Measure;
  asOf: number;
}): Map<string, WorkPoint[]> => {
  const days = trendDays(asOf);
  const [added, done] = [addedByPoint(weeks, 'added', asOf), addedByPoint(weeks, 'done', asOf)];
  const snapshotsOf = byObjective(snapshots);

  const trendOf = (key: string): WorkPoint[] => {
    const subtree = cascade.subtree(key);
    const totals = runningSums(sumOfSeries(subtree, added, POINTS));
    const dones = runningSums(sumOfSeries(subtree, done, POINTS));
    const recorded = recordedByWeek(snapshotsOf.get(key) ?? [], asOf);
    return days.map((day, at) => {
      const [snapshot] = day === asOf ? [] : (recorded.get(weekOf(day)) ?? []);
      if (snapshot) return recordedPoint(snapshot, measure);
      const [total, ended] = [totals[at] ?? 0, dones[at] ?? 0];
      return { day, total: fromThousandths(total), done: fromThousandths(ended), recorded: day === asOf };
    });
  };
  return new Map(cascade.objectives.map(({ key }) => [key, trendOf(key)]));
};
