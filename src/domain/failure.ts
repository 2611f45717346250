/** Why a job or a call failed, as far as that can be told without the text of an error. */
export type FailureCode =
  'jiraBusy' | 'jiraForbidden' | 'jiraNotFound' | 'jiraInvalid' | 'jiraMalformed' | 'database' | 'internal';

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
 * So many issues, whose last change is not in the figures, or projects, whose figures are those from before. Both are tried again daily;
 * an issue also when it changes.
 */
export type SetAside = { what: 'issue' | 'project'; code: FailureCode; count: number };
