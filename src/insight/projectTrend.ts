import type { AlignmentPoint } from '../contract';
import { alignmentTrend, firstTrendWeek, isAsRecorded } from '../domain/alignmentTrend';
import type { Mix } from '../domain/mix';
import type { Sizing } from '../domain/sizing';
import { TREND_WEEKS } from '../domain/trend';
import { firstDayOf, weekOf } from '../domain/weeks';
import type { Window } from '../domain/window';
import { projectSnapshotsSince } from '../store/snapshots';
import { projectDone } from '../store/weekCells';
import { shownPoint } from './figures';

/** What the project page has counted already, up to the window's last day. */
type Counted = { window: Window; effort: Mix; sizing: Sizing };

/** The trend of a project's alignment, by the portfolio's rule cut to one project: two statements. */
export const projectTrend = async (project: number, { window, effort, sizing }: Counted): Promise<AlignmentPoint[]> => {
  const asOf = window.to;
  const [weeks, snapshots] = await Promise.all([
    projectDone(project, firstTrendWeek(asOf), sizing.measure),
    projectSnapshotsSince(project, firstDayOf(weekOf(asOf) - TREND_WEEKS)),
  ]);
  const trend = alignmentTrend({
    weeks,
    snapshots,
    measure: sizing.measure,
    asOf,
    today: isAsRecorded(window) ? effort : null,
  });
  return trend.map(shownPoint);
};
