import type { AlignmentPoint, Measure } from '../../contract';
import { alignmentTrend, doneWeeks, isAsRecorded } from '../../domain/forecast/alignmentTrend';
import type { Mix, StatusOf } from '../../domain/work/mix';
import { TREND_WEEKS } from '../../domain/forecast/trend';
import { firstDayOf, type WeekSum, weekOf } from '../../domain/time/weeks';
import type { Window } from '../../domain/time/window';
import { projectSnapshotsSince } from '../../store/strategy/snapshots';

/** What the project page has computed already, up to the window's last day. */
type Counted = { window: Window; weeks: readonly WeekSum[]; effort: Mix; measure: Measure; statusOf: StatusOf };

/** A project's trend of alignment, by the portfolio's rule. One statement. */
export const projectTrend = async (
  project: number,
  { window, weeks, effort, measure, statusOf }: Counted,
): Promise<AlignmentPoint[]> => {
  const asOf = window.to;
  const snapshots = await projectSnapshotsSince(project, firstDayOf(weekOf(asOf) - TREND_WEEKS));
  return alignmentTrend({
    weeks: doneWeeks(weeks, statusOf),
    snapshots,
    measure,
    asOf,
    today: isAsRecorded(window) ? effort : null,
  });
};
