/** A work item's outcome. `dropped`: closed without being done; in no total */
export type Outcome = 'todo' | 'doing' | 'done' | 'dropped';

/** The tag of work that deliberately serves no objective ("Run the business"). */
export const RUN = 'RUN';
export const RUN_TITLE = 'Run the business';

/** Jira's hierarchy level of epics, which are right above stories, tasks and bugs. */
export const EPIC_LEVEL = 1;

/** A Jira issue as the app counts it. Days count from 1970-01-01 in the site's time zone. */
export type WorkItem = {
  /** Jira's issue id */
  id: number;
  /** Jira's project id */
  project: number;
  /** Jira's hierarchy level: −1 sub-task, 0 story, task, bug …, 1 epic, 2 and more above */
  level: number;
  parent: number | null;
  outcome: Outcome;
  /** thousandths of a point, so that sums are exact on every engine; 0 is an estimate */
  estimate: number | null;
  /** account id */
  assignee: string | null;
  /** the item's own tag: an objective's key, or `RUN`; of an issue that is an objective its own key */
  tag: string | null;
  /** whether the issue is an objective, which is never work; absent: it is not */
  isObjective?: boolean;
  /** key of the objective that one of its own links joins it to; absent: none */
  link?: string | null;
  created: number;
  /**
   * The day it was resolved, else the day its status category changed. Only meaningful if the outcome is done or
   * dropped: check that first. Open work may have one too, in case an admin moves its status to the done category.
   */
  ended: number | null;
  /** flagged, or in a status named "Blocked" */
  blocked: boolean;
};

/** A filter value of a work item: `s` sprint, `v` fix version, `c` component, then Jira's id. */
export type Facet = `${'s' | 'v' | 'c'}${string}`;

/** A component, team or project category, by Jira's id and name. */
export type WorkFunction = { id: string; name: string };

/** A project as Jira shows it. */
export type ProjectRef = { id: string; key: string; name: string };

/** A work item with what else the projection stores. */
export type SyncedItem = WorkItem & {
  projectKey: string;
  /** the issue's key is the project's key and this number */
  number: number;
  projectName: string;
  /** `false`: the assignee's account was deactivated or closed; Jira does not tell which */
  assigneeIsActive: boolean;
  facets: readonly Facet[];
  /** of several components the first by alphabet */
  component: WorkFunction | null;
  team: WorkFunction | null;
  /** Jira's ids, by which it is counted again when an admin changes what one of them means */
  status: number | null;
  resolution: number | null;
  type: number | null;
  /** when it last changed in Jira (epoch milliseconds) */
  updated: number;
  /** what it says as an objective; `null`: it is none */
  asObjective: IssueAsObjective | null;
  /**
   * Ids of the issues that links of the chosen types join it to: of an objective all, of work the objectives, by key.
   */
  linked: readonly number[];
};

/** What an issue says as an objective, beside what every work item says. Days count from 1970-01-01. */
export type IssueAsObjective = { start: number | null; target: number | null };
