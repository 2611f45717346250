import { ForgeSQLAPIError } from '@forge/sql';
import type { FailureCode } from '../../domain/failure';
import { JiraError, type JiraFailure } from '../../jira/jiraError';
import { storeFailure } from '../../store/runs/failures';
import { partsOf } from './runEach';

const OF_JIRA: Readonly<Record<JiraFailure, FailureCode>> = {
  busy: 'jiraBusy',
  forbidden: 'jiraForbidden',
  notFound: 'jiraNotFound',
  invalid: 'jiraInvalid',
  malformed: 'jiraMalformed',
};

/** Longest status or error name that is kept. */
const DETAIL_LENGTH = 64;

/**
 * Counts a failure of a job or call, for the admin: its name, the kind of failure, and the reference that finds its
 * log. Of several parts that failed, the failure of each. Never a message, which might hold text of an issue. One
 * statement each. Never throws: the caller reports the first error, not this one.
 * @param now epoch milliseconds
 */
export const noteFailure = async (what: string, error: unknown, reference: string, now: number): Promise<void> => {
  try {
    for (const one of partsOf(error)) await storeFailure({ what, ...kindOf(one), reference }, now);
  } catch (second) {
    console.warn(JSON.stringify({ event: 'failureNotNoted', what, reason: nameOf(second) }));
  }
};

/** The kind of a failure, and its HTTP status, SQL code or name. */
export const kindOf = (error: unknown): { code: FailureCode; detail: string | null } => {
  if (error instanceof JiraError) return { code: OF_JIRA[error.failure], detail: String(error.status) };
  // A failed migration has the database's error as its cause.
  const cause = error instanceof Error && error.cause instanceof ForgeSQLAPIError ? error.cause : error;
  if (cause instanceof ForgeSQLAPIError) return { code: 'database', detail: cause.code.slice(0, DETAIL_LENGTH) };
  return { code: 'internal', detail: nameOf(error) };
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown').slice(0, DETAIL_LENGTH);
