/**
 * What the front end may ask and what it gets back. Types only: this file is the one thing that `static` imports of `src`.
 *
 * Conventions: sizes are in the asked measure (a count of items, or story points); ratios are 0…1, and `null` where there is
 * no value (never 0 for "nothing known"); days are `YYYY-MM-DD` in the site's time zone; instants are ISO 8601 in UTC.
 */

import type { MixFigure } from './domain/mix';
import type { ObjectiveStatus } from './domain/objective';
import type { Range as ValueRange } from './domain/ratio';
import type { Standing } from './domain/standing';
import type { Measure } from './domain/tally';
import type { WindowDays } from './domain/window';
import type { WorkFigure } from './domain/work';
import type { Outcome } from './domain/workItem';

export type { Measure, MixFigure, ObjectiveStatus, Outcome, Standing, WindowDays, WorkFigure };

/** A ratio's bounds with every unestimated unit at its project's 10th or 90th percentile; `null` when nothing was assumed. */
export type Range = ValueRange | null;

/** `unknown`: an issue carries this key, but the strategy has no such objective. Its title is empty, and that of a draft too. */
export type ObjectiveRef = { key: string; title: string; status: ObjectiveStatus };

/** A value of the strategic-objective field: an objective, or work that deliberately serves none. */
export type Tag = { kind: 'objective'; key: string } | { kind: 'run' };

/** How far the app's copy of Jira is. `done` and `total` are issues; `total` is Jira's own estimate. */
export type SyncState =
  | { state: 'never' }
  | { state: 'running'; done: number; total: number; startedAt: string }
  | { state: 'complete'; finishedAt: string };

/** Says what a page's figures are made of. */
export type Basis = {
  /** when the figures were last recomputed */
  asOf: string;
  from: string;
  to: string;
  measure: Measure;
  /** done units without any day they were done on: they count in progress, never in effort */
  undated: number;
  /** units that were dropped: they enter no total */
  dropped: number;
  /** work items whose parent the app does not know */
  unknownParents: number;
  /** the size that an unestimated unit of this project takes, in points; `null` when the measure is items */
  median: number | null;
};

export type Person = { accountId: string; displayName: string; avatarUrl: string | null };

/** An issue as Jira shows it to the viewer. */
export type IssueSummary = {
  id: string;
  key: string;
  summary: string;
  type: { name: string; iconUrl: string | null };
  status: { name: string; category: 'todo' | 'doing' | 'done' };
  assignee: Person | null;
  /** the issue's last change */
  updated: string;
  estimate: number | null;
};

export type ObjectiveOption = ObjectiveRef & {
  /** the objectives above it, nearest first */
  above: ObjectiveRef[];
};

/** How the issue got what it serves. `from` is `null` where the viewer may not see that issue. */
export type Provenance =
  { kind: 'direct' } | { kind: 'inherited'; from: { key: string; summary: string } | null } | { kind: 'none' };

/** How the issue counts. */
export type Counted =
  /** it is a unit */
  | { kind: 'unit' }
  /** a sub-task: part of its parent, which is counted; a tag on it has no effect */
  | { kind: 'subtask'; parentId: string; parentKey: string }
  /** an epic or above with work below it, which is counted instead */
  | { kind: 'container' }
  /** closed without being done: enters no total */
  | { kind: 'dropped' };

/** The objective an issue serves, or one above it, with its work over the whole cascade below it. `work` is `null` for those who may not see totals. */
export type ChainLink = { objective: ObjectiveRef; work: WorkFigure | null };

export type IssueAlignment = {
  issue: { id: string; key: string };
  counted: Counted;
  outcome: Outcome;
  /** the issue's own tag, whether it has an effect or not */
  tag: Tag | null;
  serves: { kind: 'objective'; chain: ChainLink[] } | { kind: 'run' } | { kind: 'none' };
  provenance: Provenance;
  standing: Standing;
  /** may the viewer edit the issue that a tag set here lands on (the parent's, for a sub-task)? */
  canEdit: boolean;
  measure: Measure;
  asOf: string;
  sync: SyncState;
};

/** Jira ids of a sprint, a fix version and a component; units must have each one given. */
export type WorkFilter = { sprint?: string; fixVersion?: string; component?: string };

export type FilterOption = { id: string; name: string };
export type FilterOptions = { sprints: FilterOption[]; fixVersions: FilterOption[]; components: FilterOption[] };

export type ServedObjective = {
  objective: ObjectiveRef;
  /** this project's units that serve it, themselves */
  here: WorkFigure;
  /** this project's effort on it within the window */
  effort: number;
  /** all projects' units that serve it or an objective below it; `null` for those who may not see totals */
  overall: WorkFigure | null;
};

export type ProjectAlignment = {
  project: { id: string; key: string; name: string };
  basis: Basis;
  effort: MixFigure;
  planned: MixFigure;
  /** most effort first */
  objectives: ServedObjective[];
  /** how many units serve nothing */
  unlinked: { effort: number; planned: number };
  sync: SyncState;
};

export type UnlinkedPart = 'effort' | 'planned' | 'all';

export type UnlinkedWork = {
  /** newest first; only those that Jira shows to the viewer */
  issues: (IssueSummary & { part: 'effort' | 'planned' })[];
  /** how many of this page's units Jira does not show to the viewer */
  hidden: number;
  /** all units that match, hidden ones included */
  total: number;
  next: string | null;
};

export type LinkResult = {
  issueId: string;
  /** `null` where the viewer may not see the issue */
  key: string | null;
  outcome: 'linked' | 'forbidden' | 'notFound' | 'failed';
  /** what to do, where it was not linked */
  message: string | null;
};

export type ErrorCode = 'invalid' | 'forbidden' | 'notFound' | 'notReady' | 'busy' | 'internal';

/** A message that a person can act on; `reference` finds the log line. */
export type AppErrorBody = { code: ErrorCode; message: string; reference: string };

export type Answer<T> = { ok: true; data: T } | { ok: false; error: AppErrorBody };

/**
 * The calls. The issue and the project come from the trusted context, never from the payload.
 * A `type`, because `makeResolver` and `makeInvoke` do not take an interface.
 */
export type Contract = {
  /** Objectives that can be tagged, by key or title; all of them for an empty query; at most 50. */
  searchObjectives: (payload: { query: string }) => Answer<ObjectiveOption[]>;
  issueAlignment: (payload: { measure: Measure }) => Answer<IssueAlignment>;
  /** Sets or (with `null`) clears the issue's tag; for a sub-task, that of its parent. At most one objective. */
  tagIssue: (payload: { tag: Tag | null; measure: Measure }) => Answer<IssueAlignment>;
  projectAlignment: (payload: { window: WindowDays; measure: Measure; filter: WorkFilter }) => Answer<ProjectAlignment>;
  projectFilters: (payload: Record<string, never>) => Answer<FilterOptions>;
  /** A page of at most 50. */
  unlinkedWork: (payload: {
    window: WindowDays;
    part: UnlinkedPart;
    filter: WorkFilter;
    cursor: string | null;
  }) => Answer<UnlinkedWork>;
  /** At most 100 issues of the page's project; one result for each, in the order given. */
  linkIssues: (payload: { issueIds: string[]; to: Tag }) => Answer<LinkResult[]>;
};

/** The value that Jira keeps in the strategic-objective field. Work that serves no objective has the key `RUN`. */
export type FieldValue = { key: string; name: string };
