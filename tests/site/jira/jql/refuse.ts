import { JiraError } from '../errors';

/** A query that Jira, or the part of JQL that the local site knows, refuses. */
export const jqlError = (message: string) => new JiraError(400, [message]);
