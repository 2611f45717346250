/** Jira's issue view raises this event when somebody else edits the issue. */
export const ISSUE_CHANGED = 'JIRA_ISSUE_CHANGED';
