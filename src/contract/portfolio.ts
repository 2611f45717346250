import type { Allocation } from '../domain/scores/allocation';
import type { Forecast as DomainForecast } from '../domain/forecast/forecast';
import type { Health } from '../domain/strategy/health';
import type { FunctionKind, ObjectiveCell } from '../domain/work/functionMatrix';
import type {
  AlignmentPoint,
  Answer,
  ListedIssues,
  Measure,
  MixFigure,
  ObjectiveRef,
  Perspective,
  ProjectRef,
  SyncState,
  WindowDays,
  WorkFigure,
} from './common';
import type { Factors } from './factors';
import type { CheckIn, Goal, Headline, HistoryEntry, StatedHealth } from './strategy';

export type { Allocation, FunctionKind, Health, ObjectiveCell };

/**
 * What the figures of the portfolio are made of. Totals cover all projects, or, where there are one or two that the viewer may
 * not browse, only those that they may: else the difference would tell.
 */
export type PortfolioBasis = {
  /** when the oldest of the figures was recomputed */
  asOf: string;
  from: string;
  to: string;
  measure: Measure;
  window: WindowDays;
  covers: 'all' | 'browsable';
  /** projects that the totals cover */
  projects: number;
  /** projects that the viewer may not browse */
  hiddenProjects: number;
  undated: number;
  dropped: number;
  unknownParents: number;
  cadenceDays: number;
  responseDays: number;
};

/** Work of an objective and all below it on a day: scope growth is the rise of `total`, progress that of `done`. */
export type WorkPoint = { day: string; total: number; done: number; recorded: boolean };

export type Evidence =
  | { kind: 'notCommunicated'; objective: string; newestNote: string | null; effort: number }
  | { kind: 'resourcesElsewhere'; objective: string; planned: number; actual: number }
  | {
      kind: 'silo';
      objective: string;
      /** `null`: one that the viewer may not browse */
      plannedIn: (ProjectRef | null)[];
      servedBy: ProjectRef | null;
      /** of the planned units, the share outside the project that works on it */
      elsewhere: number;
    }
  | {
      kind: 'metricsDoNotReinforce';
      objective: string;
      done: number;
      keyResults: { title: string; unit: string; from: number | null; to: number | null }[];
    }
  | { kind: 'strategicDrift'; from: AlignmentPoint; to: AlignmentPoint }
  | { kind: 'stuck'; objective: string; blocked: number; open: number }
  | {
      kind: 'scopeGrowth';
      objective: string;
      /** all of its work at the start of `from`, done or not: with `added` what there was at the end of `to` */
      before: number;
      added: number;
      done: number;
      from: string;
      to: string;
    };

export type FindingKind = Evidence['kind'];

/** A reason why the strategy is not executed. `harm` (0…1) orders them: roughly, the share of the plan that it holds back. */
export type Finding = { harm: number; evidence: Evidence };

/** Days on which the work is done at the weekly throughput of late: simulated, in items. */
export type Forecast = {
  remaining: number;
  /** units done in each of the last 12 full weeks, oldest first */
  weekly: number[];
  trials: number;
  /** by this day in half, and in 85 of 100, of the trials */
  p50: string;
  p85: string;
  /** share of the trials that were done by the target day; `null` without one, and where it passed and nothing remains */
  chance: number | null;
  truncated: DomainForecast['truncated'];
};

export type KeyResult = {
  id: number;
  title: string;
  unit: string;
  goal: Goal;
  weight: number | null;
  /** the value of the newest check-in that has one */
  current: { value: number; day: string } | null;
  /** (current − baseline) ÷ (target − baseline) as it is; 1 or 0 for what is to be maintained */
  raw: number | null;
  /** the same, 0…1 */
  progress: number | null;
  /** values over time, oldest first */
  history: { day: string; value: number }[];
};

export type PortfolioObjective = {
  objective: ObjectiveRef;
  parent: string | null;
  /** account id */
  owner: string | null;
  perspective: Perspective | null;
  start: string | null;
  target: string | null;
  weight: number | null;
  headline: Headline;
  archived: boolean;
  /** 0…1 of everything */
  plannedShare: number;
  /** aligned effort on it and below, in the window, and its share of all aligned effort */
  effort: number;
  effortShare: number | null;
  work: WorkFigure;
  /** open units that are blocked or flagged, itself and below */
  blocked: number;
  keyResults: KeyResult[];
  keyResultProgress: number | null;
  /** the headline's */
  progress: number | null;
  /** elapsed share of the time, 0…1 */
  expected: number | null;
  /** computed; `null` where it is not active */
  health: Health | null;
  /** what its owner stated last, until the cadence has passed */
  stated: { health: StatedHealth; day: string; author: string | null } | null;
  /** the child that is worst off */
  weakestChild: string | null;
  forecast: Forecast | null;
  trend: WorkPoint[];
  lastCheckIn: string | null;
};

export type ProjectFigures = {
  /** `null`: the projects that the viewer may not browse, together */
  project: ProjectRef | null;
  effort: MixFigure;
  planned: MixFigure;
};

/** Everything that the tabs of the portfolio page show: one reading, so that they agree. */
export type Portfolio = {
  basis: PortfolioBasis;
  /** 0…100 */
  index: number | null;
  factors: Factors;
  effort: MixFigure;
  planned: MixFigure;
  guardrail: number | null;
  allocations: Allocation[];
  allocationFit: number | null;
  trend: AlignmentPoint[];
  /** most harmful first */
  findings: Finding[];
  /** in the strategy's order; drafts only for who may see them */
  objectives: PortfolioObjective[];
  projects: ProjectFigures[];
  mayEdit: boolean;
  sync: SyncState;
};

/**
 * The ids of rows without a name: `none` holds the work that names no category, team or component, `hidden` that of the projects
 * which the viewer may not browse. Jira's own ids are numbers and UUIDs, so no part of the organisation is called so.
 */
export type NamelessFunction = 'none' | 'hidden';

/** A part of the organisation: what it works on. */
export type FunctionRow = {
  /** Jira's, or that of a `NamelessFunction`; a row has a name exactly if it is Jira's */
  id: string;
  name: string | null;
  /** the project that a component belongs to */
  project: ProjectRef | null;
  effort: MixFigure;
  planned: MixFigure;
  /**
   * The work on each objective itself, without those below it, by the same standing as the row's: what is aligned in the cells is
   * all that is aligned in the row, and what is stale all that is stale. So with run and unlinked work they add up to the row.
   */
  cells: ObjectiveCell[];
};

export type FunctionMatrix = {
  basis: PortfolioBasis;
  by: FunctionKind;
  functions: FunctionRow[];
  /**
   * The objectives that the cells name, in the strategy's order. `top` is the active top-level objective that aligned work on it
   * counts for, as in the allocations; `null`: outside the active plan.
   */
  objectives: (ObjectiveRef & { top: string | null })[];
  /** objectives that several functions have planned work for and only one works on */
  silos: { objective: string; servedBy: string }[];
};

export type ObjectiveDetail = {
  basis: PortfolioBasis;
  objective: PortfolioObjective;
  description: string | null;
  /** the objectives above it, nearest first */
  above: ObjectiveRef[];
  /** the objectives directly below it */
  children: PortfolioObjective[];
  /** share of its forecast's trials that were done by each day; at most 60 points, none without a forecast */
  doneBy: { day: string; share: number }[];
  /** `null`: the projects that the viewer may not browse, together */
  projects: { project: ProjectRef | null; effort: number; work: WorkFigure }[];
  /** who is assigned effort units that serve it or one below it, most first */
  people: { accountId: string; units: number }[];
  /** how many people that is, those included that are not listed */
  peopleTotal: number;
  /** newest first */
  checkIns: CheckIn[];
  history: HistoryEntry[];
  mayEdit: boolean;
  mayCheckIn: boolean;
};

export type BlockedWork = ListedIssues & { total: number };

/** What changed since a day, for the regular review. */
export type Review = {
  since: string;
  lastReview: string | null;
  /** newest first */
  changes: HistoryEntry[];
  checkIns: CheckIn[];
  /** the points of the trend nearest to then and now, to compare */
  before: AlignmentPoint | null;
  /** objectives with what their work was then; `null` where it is not known */
  progress: { objective: string; before: number | null; now: number | null }[];
};

type Look = { window: WindowDays; measure: Measure };

/** Who may see the portfolio: every licensed user, or the groups that an admin chose. */
export type PortfolioCalls = {
  portfolio: (payload: Look) => Answer<Portfolio>;
  functionMatrix: (payload: Look & { by: FunctionKind }) => Answer<FunctionMatrix>;
  objectiveDetail: (payload: Look & { key: string }) => Answer<ObjectiveDetail>;
  /** The newest 50 blocked or flagged open units that serve an objective or one below it. */
  blockedWork: (payload: { key: string }) => Answer<BlockedWork>;
  /** With `null`: since the last review, or 30 days back where none was recorded. */
  review: (payload: Look & { since: string | null }) => Answer<Review>;
  /** Strategy editors. Notes that a review was held today. */
  recordReview: (payload: Record<string, never>) => Answer<{ lastReview: string }>;
};
