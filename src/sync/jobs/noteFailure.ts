import { ForgeSQLAPIError } from '@forge/sql';
import type { FailureCode } from '../../domain/failure';
import { JiraError, type JiraFailure } from '../../jira/jiraError';
import { storeFailure } from '../../store/runs/failures';

const OF_JIRA: Readonly<Record<JiraFailure, FailureCode>> = {
  busy: 'jiraBusy',
  forbidden: 'jiraForbidden',
  notFound: 'jiraNotFound',
  invalid: 'jiraInvalid',
  malformed: 'jiraMalformed',
};

/** As much of a status or an error's name as is kept. */
const DETAIL_LENGTH = 64;

/**
 * Notes for the admin that a job or a call failed: its name, the kind of failure, and what finds the log of it; never a message,
 * which might hold words of an issue. One statement. Does not fail itself: what is told to the caller is the failure, not this.
 * @param now epoch milliseconds
 */
export const noteFailure = async (what: string, error: unknown, reference: string, now: number): Promise<void> => {
  try {
    await storeFailure({ what, ...kindOf(error), reference }, now);
  } catch (second) {
    console.warn(JSON.stringify({ event: 'failureNotNoted', what, reason: nameOf(second) }));
  }
};

/** The kind of a failure, and a status or code that came with it. */
export const kindOf = (error: unknown): { code: FailureCode; detail: string | null } => {
  if (error instanceof JiraError) return { code: OF_JIRA[error.failure], detail: String(error.status) };
  // A migration that fails names the database's answer as its cause.
  const cause = error instanceof Error && error.cause instanceof ForgeSQLAPIError ? error.cause : error;
  if (cause instanceof ForgeSQLAPIError) return { code: 'database', detail: cause.code.slice(0, DETAIL_LENGTH) };
  return { code: 'internal', detail: nameOf(error) };
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown').slice(0, DETAIL_LENGTH);
