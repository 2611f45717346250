import type { Generated } from 'kysely';

/** A Jira issue as the app stores it, and what follows from it. */
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
  /** set for open work too, see `domain/work/workItem.ts`: check the outcome first */
  ended: number | null;
  facets: string;
  /** a `work_function` id: of several components the alphabetically first */
  component: number | null;
  /** a `work_function` id */
  team: number | null;
  /** 0 or 1: flagged, or in a status named "Blocked" */
  blocked: number;
  /** Jira's ids, by which `store/work/recountItems.ts` derives outcome and level again */
  status: number | null;
  resolution: number | null;
  type: number | null;
  updated: number;
  /** the objective that the issue is */
  own: number | null;
  /** the objective that the first of its links joins it to, which may be none any more */
  link: number | null;
  /** what it serves: an objective's id, or `RUN_ID` */
  objective: number | null;
  /** 0 or 1: whether a link joins it, or one above it, to what it serves */
  by_link: Generated<number>;
  /** 0 or 1: whether it is a unit (level 0, or above and not broken down) */
  unit: Generated<number>;
  /** 0 or 1: whether its parent is not stored */
  orphan: Generated<number>;
  /** the block that counts it; `null`: not placed yet */
  block: number | null;
  /**
   * the day on which what it serves last changed, if the app saw that and work on it had begun; else `null`. Written
   * with `block`
   */
  retagged: number | null;
};
