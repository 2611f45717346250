import type { Generated } from 'kysely';

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
  rollup: { project: number; serves: number; version: number } & Record<CellColumn, number>;
  dirty_issue: { id: number; token: number };
  lease: { name: string; until: number };
  sync_run: { id: number; total: number; finished: number | null };
  sync_project: { project: number; run: number; page_token: string | null; done: number; finished: number | null };
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
};

export type ProjectTable = {
  /** Jira's id */
  id: number;
  project_key: string;
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

/** Outcomes by the number that stands for them. */
export const OUTCOMES = ['todo', 'doing', 'done', 'dropped'] as const;

type TallyColumn<Name extends string> = `${Name}_${'items' | 'points' | 'unestimated'}`;
export type CellColumn =
  TallyColumn<'todo' | 'doing' | 'done' | `done${30 | 90 | 180 | 365}`> | 'dropped' | 'undated' | 'unknown_parents';
