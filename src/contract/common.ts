import type { AlignmentPoint } from '../domain/forecast/alignmentTrend';
import type { MixFigure } from '../domain/work/mix';
import type { FieldValue } from '../domain/strategy/fieldValue';
import type { ObjectiveStatus, Perspective } from '../domain/strategy/objective';
import type { Range as ValueRange } from '../domain/ratio';
import type { Standing } from '../domain/work/standing';
import type { Measure } from '../domain/work/tally';
import type { Day } from '../domain/time/day';
import type { WindowDays } from '../domain/time/window';
import type { WorkFigure } from '../domain/work/work';
import type { Outcome } from '../domain/work/workItem';

export type {
  AlignmentPoint,
  Day,
  FieldValue,
  Measure,
  MixFigure,
  ObjectiveStatus,
  Outcome,
  Perspective,
  Standing,
  WindowDays,
  WorkFigure,
};

/** A ratio's bounds with every unestimated unit at its project's 10th or 90th percentile; `null` when nothing was assumed. */
export type Range = ValueRange | null;

/** `unknown`: an issue carries this key, but the strategy has no such objective. Its title is empty, and that of a draft too. */
export type ObjectiveRef = { key: string; title: string; status: ObjectiveStatus };

/** A value of the strategic-objective field: an objective, or work that deliberately serves none. */
export type Tag = { kind: 'objective'; key: string } | { kind: 'run' };

/** How far a reading of the whole site is. `done` and `total` are issues; `total` is Jira's own estimate. */
export type SyncProgress = {
  done: number;
  total: number;
  startedAt: string;
  /** where the points that Jira gives the app each hour are used up: when it goes on */
  waitingUntil: string | null;
  /** at the pace so far, within those points; `null` while there is nothing to tell from */
  estimatedEnd: string | null;
};

/** How far the app's copy of Jira is. `again`: it is whole, and the site is being read once more meanwhile. */
export type SyncState =
  | { state: 'never' }
  | ({ state: 'running' } & SyncProgress)
  | { state: 'complete'; finishedAt: string; again?: SyncProgress };

export type ProjectRef = { id: string; key: string; name: string };

/**
 * Issues of a list by their ids alone, all of projects that the viewer may browse: the page reads from Jira, as the viewer, what it shows
 * of them. `estimates`: the fields that give an issue's estimate, the first that has a value.
 */
export type ListedIssues<Issue extends { id: string } = { id: string }> = { issues: Issue[]; estimates: string[] };

/** `excluded`: of a project whose work an admin left out. `migrating`: a new version of the app is still changing its tables. */
export type ErrorCode =
  'invalid' | 'forbidden' | 'notFound' | 'excluded' | 'notReady' | 'migrating' | 'busy' | 'conflict' | 'internal';

/** A message that a person can act on; `reference` finds the log line. `field` names the part of the form that is wrong. */
export type AppErrorBody = { code: ErrorCode; message: string; reference: string; field?: string };

export type Answer<T> = { ok: true; data: T } | { ok: false; error: AppErrorBody };
