import type { Allocation } from '../domain/scores/allocation';
import type { Evidence as DomainEvidence } from '../domain/findings/types';
import type { DayShare, Forecast as DomainForecast } from '../domain/forecast/forecast';
import type { FlowWeek } from '../domain/forecast/weeklyFlow';
import type { WorkPoint } from '../domain/forecast/workTrend';
import type { Health } from '../domain/strategy/health';
import type { HealthTurn } from '../domain/strategy/healthTurns';
import type { Objective } from '../domain/strategy/objective';
import type { KeyResultFigures, ObjectiveFigures } from '../domain/strategy/objectiveFigures';
import type { CountedWork } from '../domain/work/countedWork';
import type { FunctionKind, ObjectiveCell, CountedRows } from '../domain/work/functionMatrix';
import type {
  Covers,
  AlignmentPoint,
  Answer,
  CountedIssues,
  Day,
  Measure,
  MixFigure,
  ObjectiveRef,
  ProjectRef,
  Retagged,
  SyncState,
  WindowDays,
  WorkFigure,
} from './common';
import type { Factors } from './factors';
import type { RecordedScores } from './past';
import type { CheckIn, CheckIns, History, HistoryEntry } from './strategy';

export type { Allocation, FunctionKind, Health };

/**
 * What the portfolio's figures cover: the projects that the viewer may browse; for those who see all totals, every project.
 */
export type PortfolioBasis = {
  /** when the oldest of the figures was counted */
  asOf: string;
  from: Day;
  to: Day;
  measure: Measure;
  window: WindowDays;
  covers: Covers;
  /** covered projects with work */
  projects: number;
  /** those of them that the viewer may not browse; 0 unless `all` are covered */
  hiddenProjects: number;
  undated: number;
  dropped: number;
  unknownParents: number;
  cadenceDays: number;
  responseDays: number;
};

/** The figures behind a finding. A silo's project is `null` if the viewer may not browse it. */
export type Evidence =
  | Exclude<DomainEvidence, { kind: 'silo' }>
  | (Omit<Extract<DomainEvidence, { kind: 'silo' }>, 'plannedIn' | 'servedBy'> & {
      plannedIn: (ProjectRef | null)[];
      servedBy: ProjectRef | null;
    });

export type FindingKind = Evidence['kind'];

/**
 * A reason why the strategy is not executed. `harm` (0…1) orders findings: about the share of the plan that is held
 * back.
 */
export type Finding = { harm: number; evidence: Evidence };

export type { FlowWeek, WorkPoint };

/** When an objective's remaining work is over, in items. */
export type Forecast = DomainForecast;

/** A key result with its progress. */
export type KeyResult = Omit<KeyResultFigures, 'keyResult'> & Omit<KeyResultFigures['keyResult'], 'objective'>;

/** An objective with all its figures. */
export type PortfolioObjective = Omit<Objective, 'key' | 'title' | 'status' | 'description'> &
  Omit<ObjectiveFigures, 'key' | 'keyResults'> & {
    objective: ObjectiveRef;
    /** aligned effort on it and below in the window, and its share of all aligned effort, 0…1 */
    effort: number;
    effortShare: number | null;
    /** open units on it and below that are blocked or flagged */
    blocked: number;
    keyResults: KeyResult[];
    forecast: Forecast | null;
    /** in the portfolio, of the first 500 objectives */
    trend: WorkPoint[];
    /** when it turned active; `null`: before the window and the last cadence, or never */
    activeSince: Day | null;
  };

export type ProjectFigures = {
  /** `null`: all projects that the viewer may not browse */
  project: ProjectRef | null;
  effort: MixFigure;
  planned: MixFigure;
};

/** Everything that the portfolio's tabs show. One reading, so that they agree. */
export type Portfolio = {
  basis: PortfolioBasis;
  /** 0…100 */
  index: number | null;
  factors: Factors;
  effort: MixFigure;
  planned: MixFigure;
  /** what of the effort was retagged */
  retags: Retagged;
  guardrail: number | null;
  allocations: Allocation[];
  allocationFit: number | null;
  trend: AlignmentPoint[];
  /** most harmful first; at most 100, of how many */
  findings: Finding[];
  findingsTotal: number;
  /** in the order of the strategy; drafts only for those who may see them */
  objectives: PortfolioObjective[];
  projects: ProjectFigures[];
  mayEdit: boolean;
  sync: SyncState;
};

/** What one part of the organisation works on. */
export type FunctionRow = {
  /** Jira's id, `NONE`, `OTHER` or `HIDDEN`; only Jira's have a name */
  id: string;
  name: string | null;
  /** the project that a component belongs to */
  project: ProjectRef | null;
  effort: MixFigure;
  planned: MixFigure;
  /** The work on each objective itself, by standing. The cells add up to the row's aligned and stale work. */
  cells: ObjectiveCell[];
};

export type FunctionMatrix = {
  basis: PortfolioBasis;
  by: FunctionKind;
  functions: FunctionRow[];
  /**
   * The objectives of the cells, in the order of the strategy. `top`: the active top-level objective that aligned work
   * on it counts for, as in the allocations; `null`: outside the active plan
   */
  objectives: (ObjectiveRef & { top: string | null })[];
  /** objectives that several functions have planned work for, and only one works on */
  silos: { objective: string; servedBy: string }[];
};

export type ObjectiveDetail = CheckIns & {
  basis: PortfolioBasis;
  objective: PortfolioObjective;
  description: string | null;
  /** its ancestors, nearest first */
  above: ObjectiveRef[];
  /** its children, at most 200 of how many */
  children: PortfolioObjective[];
  childrenTotal: number;
  /** the work on it and below that was added and done in each of the last 14 weeks, oldest first */
  flow: FlowWeek[];
  /** the chance that the open work is over by each day, 0…1; about 60 points, none without a forecast */
  doneBy: DayShare[];
  /** `null`: all projects that the viewer may not browse */
  projects: { project: ProjectRef | null; effort: number; work: WorkFigure }[];
  /** people with effort units on it or below it, most units first, named for an issue that the viewer may see; none if they are fewer than five */
  people: { accountId: string; units: number }[];
  /** how many people those are, also those not listed */
  peopleTotal: number;
  mayEdit: boolean;
  mayCheckIn: boolean;
};

/** The scores on a day and now. `before`: `null`: none were recorded then; `now`: `null`: none were recorded yet */
export type ScoresSince = { before: RecordedScores | null; now: RecordedScores | null };

/**
 * The active objectives whose health, by items, turned since a day. `day`: the day of which their health then is;
 * `null`: it is not known. `recorded`: over all projects; else reconstructed over those that the viewer may browse
 */
export type HealthSince = { day: Day | null; recorded: boolean; turned: HealthTurn[] };

/** What changed since a day, for a regular review. */
export type Review = {
  since: Day;
  lastReview: Day | null;
  /** newest first, and how many older ones since then there are */
  changes: HistoryEntry[];
  changesLeft: number;
  checkIns: CheckIn[];
  checkInsLeft: number;
  /** the trend's points nearest to then and now */
  before: AlignmentPoint | null;
  /** objectives with their work progress then and now, 0…1; `null`: not known */
  progress: { objective: string; before: number | null; now: number | null }[];
  /** `null`: the viewer does not see all totals, and these do not add up from projects */
  scores: ScoresSince | null;
  health: HealthSince;
};

type Look = { window: WindowDays; measure: Measure };

/** Calls of the portfolio page: for every licensed user, or the groups that an admin chose. */
export type PortfolioCalls = {
  portfolio: (payload: Look) => Answer<Portfolio>;
  /**
   * The units that a number over projects counts, a page at a time: of those projects that the viewer may browse.
   * `row`: of one row of the matrix only, or of all but some, with work that is not counted by week
   */
  countedInPortfolio: (
    payload: Look & { counted: CountedWork; row: CountedRows | null; cursor: string | null },
  ) => Answer<CountedIssues>;
  functionMatrix: (payload: Look & { by: FunctionKind }) => Answer<FunctionMatrix>;
  objectiveDetail: (payload: Look & { key: string }) => Answer<ObjectiveDetail>;
  /** Further check-ins of an objective, older than the given one. */
  olderCheckIns: (payload: { key: string; before: { day: Day; id: number } }) => Answer<CheckIns>;
  /** The changes of an objective before a revision (`null`: the newest). */
  objectiveHistory: (payload: { key: string; before: number | null }) => Answer<History>;
  /** `null`: since the last review, or 30 days back without one. */
  review: (payload: Look & { since: Day | null }) => Answer<Review>;
  /** Strategy editors. Stores that a review was held today. */
  recordReview: (payload: Record<string, never>) => Answer<{ lastReview: Day }>;
};
