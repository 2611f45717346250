import type { Allocation } from '../domain/scores/allocation';
import type { Evidence as DomainEvidence } from '../domain/findings/types';
import type { Forecast as DomainForecast } from '../domain/forecast/forecast';
import type { WorkPoint } from '../domain/forecast/workTrend';
import type { Health } from '../domain/strategy/health';
import type { Objective } from '../domain/strategy/objective';
import type { KeyResultFigures, ObjectiveFigures } from '../domain/strategy/objectiveFigures';
import type { FunctionKind, ObjectiveCell } from '../domain/work/functionMatrix';
import type {
  AlignmentPoint,
  Answer,
  Day,
  ListedIssues,
  Measure,
  MixFigure,
  ObjectiveRef,
  ProjectRef,
  SyncState,
  WindowDays,
  WorkFigure,
} from './common';
import type { Factors } from './factors';
import type { CheckIn, HistoryEntry } from './strategy';

export type { Allocation, FunctionKind, Health };

/**
 * What the figures of the portfolio are made of. Totals cover all projects, or, where there are one or two that the viewer may
 * not browse, only those that they may: else the difference would tell.
 */
export type PortfolioBasis = {
  /** when the oldest of the figures was recomputed */
  asOf: string;
  from: Day;
  to: Day;
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

/** What a finding rests on. Of a silo, a project is `null` where the viewer may not browse it. */
export type Evidence =
  | Exclude<DomainEvidence, { kind: 'silo' }>
  | (Omit<Extract<DomainEvidence, { kind: 'silo' }>, 'plannedIn' | 'servedBy'> & {
      plannedIn: (ProjectRef | null)[];
      servedBy: ProjectRef | null;
    });

export type FindingKind = Evidence['kind'];

/** A reason why the strategy is not executed. `harm` (0…1) orders them: roughly, the share of the plan that it holds back. */
export type Finding = { harm: number; evidence: Evidence };

/** When the rest of an objective's work is done, at the weekly throughput of late, in items; its curve is `doneBy` of the objective's own page. */
export type Forecast = Omit<DomainForecast, 'curve'>;

/** A key result with how far it is. */
export type KeyResult = Omit<KeyResultFigures, 'keyResult'> & Omit<KeyResultFigures['keyResult'], 'objective'>;

/** An objective with all its figures. */
export type PortfolioObjective = Omit<Objective, 'key' | 'title' | 'status' | 'description'> &
  Omit<ObjectiveFigures, 'key' | 'keyResults'> & {
    objective: ObjectiveRef;
    /** aligned effort on it and below, in the window, and its share of all aligned effort */
    effort: number;
    effortShare: number | null;
    /** open units that are blocked or flagged, itself and below */
    blocked: number;
    keyResults: KeyResult[];
    forecast: Forecast | null;
    trend: WorkPoint[];
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
  doneBy: DomainForecast['curve'];
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
  since: Day;
  lastReview: Day | null;
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
  review: (payload: Look & { since: Day | null }) => Answer<Review>;
  /** Strategy editors. Notes that a review was held today. */
  recordReview: (payload: Record<string, never>) => Answer<{ lastReview: Day }>;
};
