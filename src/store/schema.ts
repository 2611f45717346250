import type { Generated } from 'kysely';
import type { FailureCode } from '../contract';

/**
 * The tables, as `migrations.ts` makes them. Days are days since 1970-01-01, instants epoch milliseconds, points thousandths.
 * Big integers and sums may arrive as strings: repositories pass every number through `Number`.
 */
export type Tables = {
  setting: { name: string; value: string };
  account: { id: Generated<number>; account_id: string };
  objective: ObjectiveTable;
  project: ProjectTable;
  work_item: WorkItemTable;
  key_result: KeyResultTable;
  check_in: CheckInTable;
  strategy_event: StrategyEventTable;
  retitle: { objective: number; after_issue: number };
  candidate: CandidateTable;
  work_function: { id: Generated<number>; kind: 'component' | 'team' | 'category'; jira_id: string; name: string };
  rollup: CellTable;
  rollup_week: WeekCellTable;
  overall: OverallTable;
  objective_snapshot: ObjectiveSnapshotTable;
  project_snapshot: ProjectSnapshotTable;
  dirty_issue: { id: number; token: number };
  lease: { name: string; until: number };
  sync_run: SyncRunTable;
  sync_project: SyncProjectTable;
  /** `hour`: hours since 1970-01-01 */
  rate_hour: {
    hour: number;
    calls: number;
    points: number;
    quota: number | null;
    own_quota: number;
    limited_until: number;
    reason: string | null;
  };
  removed_issue: { id: number; removed_at: number };
  /** `subject`: an issue, or 0 for the site; `answer`: JSON */
  visitor_answer: { account: string; subject: number; asked: number; answer: string };
  /** `off_by`: issues that Jira's count was above what its ids are */
  project_sweep: { project: number; day: number; off_by: number; differs: number };
  drift_check: DriftCheckTable;
  failure: FailureTable;
};

/** `drift`: as many issues as the last check that found any found, at `drift_at`. */
export type DriftCheckTable = {
  kind: 'hourly' | 'daily';
  checked_at: number;
  found: number;
  drift_at: number | null;
  drift: number | null;
};

/** One row for each way in which a job or call fails. */
export type FailureTable = {
  what: string;
  code: FailureCode;
  detail: string | null;
  reference: string;
  first_at: number;
  last_at: number;
  times: number;
};

export type SyncRunTable = {
  /** the instant it began */
  id: number;
  /** Jira's estimate of the issues */
  total: number;
  /** Jira's rate limits let it go on then; `null` while it reads */
  waiting_until: number | null;
  /** as many issues as those limits let it read in an hour */
  hourly: number | null;
  finished: number | null;
};

export type SyncProjectTable = {
  project: number;
  run: number;
  page_token: string | null;
  /** issues read */
  done: number;
  /** the number of the last issue read: its key is the project's and this */
  last_number: Generated<number>;
  finished: number | null;
};

export type ObjectiveTable = {
  id: Generated<number>;
  objective_key: string;
  title: string;
  status: 'draft' | 'active' | 'achieved' | 'dropped' | 'unknown';
  /** key of the parent */
  parent: string | null;
  weight: number | null;
  owner: number | null;
  start_day: number | null;
  target_day: number | null;
  /** place in the strategy's order */
  position: number;
  description: string | null;
  perspective: string | null;
  headline: Generated<string>;
  /** 0 or 1 */
  archived: Generated<number>;
  /** the newest of its `strategy_event`s that the row holds */
  revision: Generated<number>;
};

export type KeyResultTable = {
  /** made by the app */
  id: number;
  objective: number;
  title: string;
  unit: string;
  /** `reach` uses baseline and target, `maintain` low and high */
  kind: 'reach' | 'maintain';
  baseline: number | null;
  target: number | null;
  low: number | null;
  high: number | null;
  weight: number | null;
  position: number;
};

export type CheckInTable = {
  /** made by the app */
  id: number;
  objective: number;
  day: number;
  at: number;
  author: number | null;
  note: string | null;
  health: 'onTrack' | 'atRisk' | 'offTrack' | null;
  decision: string | null;
  /** JSON: [[key result id, value], …]; one row, so that a check-in is stored whole or not at all */
  amounts: string;
};

/** Written before the objective's row. Of two edits of one revision the key lets one in; after a crash the row catches up from here. */
export type StrategyEventTable = {
  objective: number;
  revision: number;
  at: number;
  day: number;
  author: number | null;
  /** JSON of the state before, but for the owner; `null` for the first */
  before_state: string | null;
  /** an account in a column of its own, so that erasing a person is one row of `account` */
  before_owner: number | null;
  after_state: string;
  after_owner: number | null;
  open_work: number;
};

export type CandidateTable = {
  /** Jira's id of the proposed epic */
  issue: number;
  project: number;
  state: 'proposed' | 'accepted' | 'declined';
  proposed_by: number | null;
  proposed_at: number;
  note: string | null;
  decided_by: number | null;
  decided_at: number | null;
  reason: string | null;
  objective: number | null;
};

/** The work of a part of a project, by what it serves. */
export type CellTable = {
  /** index into `ROLLUP_KINDS` */
  kind: number;
  project: number;
  /** a `work_function` id; of a person the `account` id; or `NO_PART` */
  part: number;
  serves: number;
  version: number;
} & Record<CellColumn, number>;

export type WeekCellTable = {
  project: number;
  serves: number;
  /** see `domain/weeks.ts`; the oldest week kept also holds all before it */
  week: number;
  version: number;
} & Record<TallyColumn<'added' | 'done'>, number>;

/** Sums over all projects. */
export type OverallTable = {
  /** index into `overall/kinds.ts`’s `OVERALL_KINDS` */
  kind: number;
  /** 0 for people */
  serves: number;
  /** a week; for people the days of a window; 0 for work */
  place: number;
  /** a number that each change of what the sums are made of raises */
  version: number;
  units: number;
  /** thousandths of a point; 0 where units have none */
  size: number;
};

export type ObjectiveSnapshotTable = {
  objective: number;
  day: number;
  key_results: number | null;
  health: 'onTrack' | 'atRisk' | 'offTrack' | 'pending' | null;
  open_work: number;
} & Record<`${'todo' | 'doing' | 'done'}_${'items' | 'points'}`, number>;

export type ProjectSnapshotTable = { project: number; day: number } & Record<
  `${'aligned' | 'run' | 'stale' | 'unlinked'}_${'items' | 'points'}`,
  number
>;

export type ProjectTable = {
  /** Jira's id */
  id: number;
  project_key: string;
  name: Generated<string>;
  /** a `work_function` id */
  category: number | null;
  /** raised by every writer before and after it writes */
  version: Generated<number>;
  /** the version that the roll-up holds; behind `version` means: to be refreshed */
  refreshed: Generated<number>;
  refreshed_at: Generated<number>;
  /** the day that the roll-up's windows end on */
  refreshed_day: Generated<number>;
  /** thousandths of a point */
  median: Generated<number>;
  low: Generated<number>;
  high: Generated<number>;
  /** 0 or 1: has the roll-up any units? */
  has_units: Generated<number>;
};

export type WorkItemTable = {
  /** Jira's id */
  id: number;
  project: number;
  /** the issue key is the project's key and this number */
  number: number;
  level: number;
  parent: number | null;
  /** index into `OUTCOMES` */
  outcome: number;
  estimate: number | null;
  assignee: number | null;
  /** the own tag: an objective's id, or `RUN_ID` */
  tag: number | null;
  created: number;
  ended: number | null;
  facets: string;
  /** a `work_function` id: of several components the alphabetically first */
  component: number | null;
  /** a `work_function` id */
  team: number | null;
  /** 0 or 1: flagged, or in a status named "Blocked" */
  blocked: number;
  updated: number;
  /** what it serves: an objective's id, or `RUN_ID` */
  objective: number | null;
  /** the work item whose tag that is */
  source: number | null;
  /** the day since which every item on the way up to the source exists */
  since: number | null;
};

/** In `tag`, `objective` and `serves`: work that deliberately serves no objective. Ids of objectives start at 1. */
export const RUN_ID = 0;
/** In `rollup.serves`, which is part of a key and so cannot be NULL: serves nothing. */
export const NOTHING_ID = -1;
/**
 * What a project is cut into, by the number that stands for it: not at all, by component, by team; and the effort of the longest
 * window by the person to whom it is assigned.
 */
export const ROLLUP_KINDS = ['whole', 'component', 'team', 'person'] as const;
export type RollupKind = (typeof ROLLUP_KINDS)[number];
/** In `rollup.part`: the whole of a project, or its work without a component or team. */
export const NO_PART = 0;

/** Outcomes by the number that stands for them. */
export const OUTCOMES = ['todo', 'doing', 'done', 'dropped'] as const;

type TallyColumn<Name extends string> = `${Name}_${'items' | 'points' | 'unestimated'}`;
export type CellColumn =
  | TallyColumn<'todo' | 'doing' | 'done' | `done${30 | 90 | 180 | 365}`>
  | 'dropped'
  | 'undated'
  | 'unknown_parents'
  | 'blocked';
