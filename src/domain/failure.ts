/** The kind of error of a job or call. Never holds the error's text. */
export type FailureCode =
  'jiraBusy' | 'jiraForbidden' | 'jiraNotFound' | 'jiraInvalid' | 'jiraMalformed' | 'database' | 'internal';

/** The app's jobs: what runs without anybody at a page. */
export const JOBS = [
  'issueEvent',
  'projectEvent',
  'lifecycle',
  'drain',
  'firstSync',
  'titleUpdates',
  'tagging',
  'jqlFunction',
  'recount',
  'migrate',
  'everyFiveMinutes',
  'everyHour',
  'everyDay',
] as const;
export type Job = (typeof JOBS)[number];

/** A way in which a job or a call of a page fails. It holds no text of issues and no name of a person. */
export type FailureKind = {
  /** name of the job, or of the call in the contract */
  what: string;
  code: FailureCode;
  /** a status or code that Jira or the platform gave with it */
  detail: string | null;
  /** finds the log of the last time */
  reference: string;
};

/**
 * How many issues (their last change is not in the figures), projects (their figures are old) or searches of projects
 * (what changes in them without an event is missed) are set aside, by error. They are tried again daily, issues also when
 * they change.
 */
export type SetAside = { what: 'issue' | 'project' | 'search'; code: FailureCode; count: number };
