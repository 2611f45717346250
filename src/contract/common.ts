import type { AlignmentPoint } from '../domain/forecast/alignmentTrend';
import type { MixFigure } from '../domain/work/mix';
import type { FieldValue } from '../domain/strategy/fieldValue';
import type { ObjectiveStatus, Perspective } from '../domain/strategy/objective';
import type { Range as ValueRange } from '../domain/ratio';
import type { Covers } from '../domain/work/coverage';
import type { Standing } from '../domain/work/standing';
import type { Measure } from '../domain/work/tally';
import type { Day } from '../domain/time/day';
import type { WindowDays } from '../domain/time/window';
import type { MassRetag as DomainMassRetag } from '../domain/work/massRetags';
import type { RetagFigure } from '../domain/work/retags';
import type { WindowRead } from '../domain/work/firstReading';
import type { Origin } from '../domain/tagging/origin';
import type { WorkFigure } from '../domain/work/work';
import type { ProjectRef } from '../domain/work/workItem';

export type {
  Covers,
  AlignmentPoint,
  Day,
  FieldValue,
  Measure,
  MixFigure,
  ObjectiveStatus,
  Perspective,
  ProjectRef,
  Standing,
  WindowDays,
  WindowRead,
  WorkFigure,
};

/**
 * The range of a ratio with every unestimated unit at its project's 10th or 90th percentile; `null`: nothing was
 * assumed.
 */
export type Range = ValueRange | null;

/** Many retags at once. `project`: `null`: one that the viewer may not browse */
type MassRetag = Omit<DomainMassRetag, 'project'> & { project: ProjectRef | null };

/**
 * What of the effort of a window was retagged: tagged after it was done, and many at once. The newest masses, at most
 * 10, of how many; with a filter none, because they are of whole projects.
 */
export type Retagged = { late: RetagFigure; mass: MassRetag[]; massTotal: number };

/**
 * An objective. `unknown`: an issue carries this key, but the strategy lacks it. The title of an unknown one and of a
 * draft is empty.
 */
export type ObjectiveRef = { key: string; title: string; status: ObjectiveStatus };

/** A value of the strategic-objective field: an objective, or work that deliberately serves none. */
export type Tag = { kind: 'objective'; key: string } | { kind: 'run' };

/** A sync's progress. The number of all issues is Jira's estimate. */
export type SyncProgress = {
  /** what `done` and `total` count: issues of the whole site, or projects that the viewer may browse */
  of: 'issues' | 'projects';
  done: number;
  total: number;
  startedAt: string;
  /** if the hour's rate points are used up: when it goes on */
  waitingUntil: string | null;
  /** at the pace so far, within the rate points; `null`: nothing to tell from yet */
  estimatedEnd: string | null;
};

/**
 * Whether the projection is complete. `windows`: which figures are, while the first sync runs. `again`: it is, and the
 * site is being read once more. `finishedAt`: `null` for viewers whose numbers cover only projects that they may browse.
 * `unread`: how many of the covered projects could not be read, because Jira fails to search them; absent: none
 */
export type SyncState =
  | { state: 'never' }
  | ({ state: 'running'; windows: WindowRead[] } & SyncProgress)
  | { state: 'complete'; finishedAt: string | null; again?: SyncProgress; unread?: number };

/**
 * A list of issues by id, all in projects that the viewer may browse. The page reads from Jira, as the viewer, what it
 * shows of them. `estimates`: the fields with an issue's estimate, of which the first with a value counts
 */
export type ListedIssues<Issue extends { id: string } = { id: string }> = { issues: Issue[]; estimates: string[] };

/**
 * Who gave an issue its tag in the app, and how. `by`: account id; `null`: the person was erased. Who does it in Jira's own
 * field is in Jira's history, which the page reads as its viewer.
 */
export type TagOrigin = { how: Origin; by: string | null; at: string };

/**
 * A unit that a number counts, with its part in the number. `isAssumed`: it has no estimate, so the size is the median;
 * `isTagged`: it has a tag of its own; `origin`: who gave it that in the app, `null`: nobody, or the app does not know
 */
type CountedIssue = { id: string; size: number; isAssumed: boolean; isTagged: boolean; origin: TagOrigin | null };

/** A page of the units behind a number. Sizes in the measure that was asked for. */
export type CountedIssues = ListedIssues<CountedIssue> & {
  /** all units, also those that Jira hides from the viewer */
  total: number;
  /** their size; `null`: only their number is kept */
  size: number | null;
  /** for the next page; `null`: this is the last */
  next: string | null;
  /** the field with the tag; `null`: it is on no screen of the site */
  field: string | null;
};

/** `excluded`: an admin left the project out. `migrating`: a new version of the app is still changing its tables. */
export type ErrorCode =
  'invalid' | 'forbidden' | 'notFound' | 'excluded' | 'notReady' | 'migrating' | 'busy' | 'conflict' | 'internal';

/** An error that a person can act on. `reference` finds the log line, `field` the wrong part of the form. */
export type AppErrorBody = { code: ErrorCode; message: string; reference: string; field?: string };

export type Answer<T> = { ok: true; data: T } | { ok: false; error: AppErrorBody };
