import type { Generated } from 'kysely';
import type { FailureCode } from '../../domain/failure';
import type { ObjectiveStatus } from '../../domain/strategy/objective';
import type { CellColumn } from '../blocks/cellColumns';
import type { ProjectSums } from '../blocks/sums';
import type {
  AuditLineTable,
  DriftCheckTable,
  FailureTable,
  RateHourTable,
  SyncProjectTable,
  SyncRunTable,
  VisitorSpendingTable,
} from './runningTables';
import type { ObjectiveSnapshotTable, ProjectSnapshotTable, SiteSnapshotTable } from './snapshotTables';
import type { DeferralTable, TagOriginTable, TagRuleTable, TaggingEntryTable, TaggingJobTable } from './taggingTables';
import type { WorkItemTable } from './workItemTable';

/**
 * The tables that `migrations.ts` makes. Days are days since 1970-01-01, instants epoch milliseconds, points
 * thousandths. Big integers and sums may arrive as strings: repositories pass every number through `Number`.
 */
export type Tables = {
  setting: { name: string; value: string };
  account: AccountTable;
  objective: ObjectiveTable;
  objective_issue: ObjectiveIssueTable;
  project: ProjectTable;
  work_item: WorkItemTable;
  key_result: KeyResultTable;
  check_in: CheckInTable;
  measurement: MeasurementTable;
  strategy_event: StrategyEventTable;
  title_update: { objective: number; after_issue: number };
  proposal: ProposalTable;
  deferral: DeferralTable;
  tagging_job: TaggingJobTable;
  tagging_entry: TaggingEntryTable;
  tag_rule: TagRuleTable;
  tag_origin: TagOriginTable;
  /** issues whose tag somebody cleared */
  cleared_issue: { id: number };
  work_function: { id: Generated<number>; kind: 'component' | 'team' | 'category'; jira_id: string; name: string };
  block: BlockTable;
  objective_snapshot: ObjectiveSnapshotTable;
  project_snapshot: ProjectSnapshotTable;
  site_snapshot: SiteSnapshotTable;
  /** `set_aside`: why the issue cannot be read or written; `null`: it waits for a drain */
  dirty_issue: { id: number; token: number; set_aside: FailureCode | null };
  lease: { name: string; held_until: number };
  migration: { name: string; applied_at: number };
  sync_run: SyncRunTable;
  sync_project: SyncProjectTable;
  rate_hour: RateHourTable;
  removed_issue: { id: number; removed_at: number };
  /** `subject`: an issue, or 0 for the site; `answer`: JSON */
  visitor_spending: VisitorSpendingTable;
  visitor_answer: { account: string; subject: number; asked: number; answer: string };
  /** `off_by`: Jira's count less the ids it listed */
  project_sweep: { project: number; day: number; off_by: number; differs: number };
  drift_check: DriftCheckTable;
  failure: FailureTable;
  audit_line: AuditLineTable;
};

/** A person whom something stored names. Nothing else holds an account id for longer than an hour. */
type AccountTable = {
  id: Generated<number>;
  account_id: string;
  /** the day (UTC) on which something was last seen to name it; see `work/accounts.ts` */
  seen: Generated<number>;
  /** since when what is stored of the person is up to date; Atlassian asks for it */
  updated_at: Generated<number>;
  /** when it was last reported to Atlassian; 0: never */
  reported_at: Generated<number>;
};

type ObjectiveTable = {
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
  /** place in the order of the strategy */
  position: number;
  description: string | null;
  perspective: string | null;
  headline: Generated<string>;
  /** 0 or 1 */
  archived: Generated<number>;
  /** the newest `strategy_event` that this row contains */
  revision: Generated<number>;
};

/** An issue that is an objective, or was one or is linked as one: it is while its work item has `own`. */
type ObjectiveIssueTable = {
  /** Jira's id */
  issue: number;
  /** its row of `objective`, which holds what the app adds */
  objective: number;
  start_day: number | null;
  target_day: number | null;
  /** Jira's `updated` of what was read */
  updated: number;
  /** the day (UTC) on which the app found it to be an objective; `null`: not noted */
  found: number | null;
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

type CheckInTable = {
  /** made by the app */
  id: number;
  objective: number;
  day: number;
  at: number;
  author: number | null;
  note: string | null;
  health: 'onTrack' | 'atRisk' | 'offTrack' | null;
  decision: string | null;
  /** JSON: [[key result id, value], …]; in one row, so that a check-in is stored whole or not at all */
  amounts: string;
  /** 1: written while the objective was a draft */
  of_draft: Generated<number>;
  /** 0 or 1: whether there is a note, and a decision; figures read these in place of the texts */
  noted: Generated<number>;
  decided: Generated<number>;
  /** bytes of note, decision and amounts, so that a page is chosen without reading them */
  text_bytes: Generated<number>;
};

/** A key result's value on a day, copied from a check-in for figures. */
type MeasurementTable = {
  objective: number;
  key_result: number;
  day: number;
  /** 1: the check-in was written while the objective was a draft */
  of_draft: number;
  check_in: number;
  value: number;
};

/**
 * Written before the objective's row. The primary key admits one of two edits of one revision. After a crash the row
 * catches up from here.
 */
export type StrategyEventTable = {
  objective: number;
  revision: number;
  at: number;
  day: number;
  author: number | null;
  /** JSON of the state before, without the owner; `null` for the first */
  before_state: string | null;
  /** an `account`, in its own column, so that erasing a person is one row of `account` */
  before_owner: number | null;
  after_state: string;
  after_owner: number | null;
  /** bytes of both states, so that a page is chosen without reading them */
  text_bytes: number;
  open_work: number;
  /** see `Turn`; figures read these in place of the states */
  status_before: ObjectiveStatus | null;
  status_after: ObjectiveStatus;
  /** 0 or 1 */
  changes_course: number;
  /** JSON: `before_state` without its texts, for figures of past days */
  outline_before: string | null;
};

type ProposalTable = {
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

/**
 * A block: at most about 1,000 work items of one project that serve the same, with their figures. A project's or
 * objective's figures are the sum of its blocks, so a change counts only the blocks that it touches.
 */
export type BlockTable = {
  id: Generated<number>;
  project: number;
  /** an objective's id, `RUN_ID` or `NOTHING_ID` */
  serves: number;
  /** work items when it was counted, plus those added since */
  items: number;
  /** raised by every writer, before and after it writes items of the block */
  version: number;
  /** the version that the figures hold; if behind `version`, the block is to be counted */
  refreshed: Generated<number>;
  /** the day on which the windows of its figures end */
  day: Generated<number>;
  /** the next day on which the same items make other figures; `null`: none */
  due: number | null;
  /** see `blocks/packed.ts` */
  weeks_items: string;
  weeks_points: string;
  people: string;
  person_units: string;
  estimates: string;
  /** `null`: not counted yet */
  components: string | null;
  teams: string | null;
  parents: string | null;
  retags: string | null;
} & Record<CellColumn, Generated<number>>;

/** Its column `parents` is not used any more: see `blocks/unlinkedByParent.ts`. */
type ProjectTable = {
  /** Jira's id */
  id: number;
  project_key: string;
  name: Generated<string>;
  /** a `work_function` id */
  category: number | null;
  /** see `Summary` in `blocks/summaries.ts`; below the sum of its blocks' `refreshed` means: to be summed up again */
  basis: Generated<number>;
  refreshed_at: Generated<number>;
  /** the day on which the windows of its figures end */
  refreshed_day: Generated<number>;
  /** until when a function that counts it has others wait (epoch milliseconds); 0: none does */
  counting_until: Generated<number>;
  /** thousandths of a point */
  median: Generated<number>;
  low: Generated<number>;
  high: Generated<number>;
  /** how often in a row counting it failed */
  failed_recounts: Generated<number>;
  /** why it failed the last time */
  set_aside: FailureCode | null;
} & { [text in keyof ProjectSums]: ProjectSums[text] | null };
