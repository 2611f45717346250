/** Why a job or a call failed, as far as that can be told without the text of an error. */
export type FailureCode =
  'jiraBusy' | 'jiraForbidden' | 'jiraNotFound' | 'jiraInvalid' | 'jiraMalformed' | 'database' | 'internal';

/**
 * So many issues, whose last change is not in the figures, or projects, whose figures are those from before. Both are tried again daily;
 * an issue also when it changes.
 */
export type SetAside = { what: 'issue' | 'project'; code: FailureCode; count: number };
