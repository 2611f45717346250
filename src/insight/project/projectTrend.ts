import type { AlignmentPoint } from '../../contract';
import { alignmentTrend, doneWeeks, isAsRecorded } from '../../domain/forecast/alignmentTrend';
import type { Mix, StatusOf } from '../../domain/work/mix';
import type { Sizing } from '../../domain/work/sizing';
import { TREND_WEEKS } from '../../domain/forecast/trend';
import { firstDayOf, sumWeeks, weekOf } from '../../domain/time/weeks';
import type { Window } from '../../domain/time/window';
import { projectSnapshotsSince } from '../../store/strategy/snapshots';
import { projectWeeks } from '../../store/blocks/weeksAndPeople';

/** What the project page has counted already, up to the window's last day. */
type Counted = { window: Window; effort: Mix; sizing: Sizing; statusOf: StatusOf };

/** The trend of a project's alignment, by the portfolio's rule cut to one project: two statements. */
export const projectTrend = async (
  project: number,
  { window, effort, sizing, statusOf }: Counted,
): Promise<AlignmentPoint[]> => {
  const asOf = window.to;
  const [weeks, snapshots] = await Promise.all([
    projectWeeks(project, sizing.measure, asOf),
    projectSnapshotsSince(project, firstDayOf(weekOf(asOf) - TREND_WEEKS)),
  ]);
  return alignmentTrend({
    weeks: doneWeeks(sumWeeks(weeks, sizing), statusOf),
    snapshots,
    measure: sizing.measure,
    asOf,
    today: isAsRecorded(window) ? effort : null,
  });
};
