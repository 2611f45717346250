import { JiraError } from '../errors';

/** The error for a query that Jira, or the local site's part of JQL, refuses. */
export const jqlError = (message: string) => new JiraError(400, [message]);
