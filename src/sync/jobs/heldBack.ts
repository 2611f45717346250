import { getAppContext } from '@forge/api';
import type { Job } from '../../domain/failure';
import { JiraError, TOO_MANY_REQUESTS } from '../../jira/jiraError';
import { noteFailure } from './noteFailure';
import { noteSpending } from '../../site/rateBudget';

/** The wait if Jira names none. */
const BUSY_MS = 60_000;

/**
 * Runs the parts of a job, then notes what they spent of Jira's rate points. "Later" from Jira is no failure: `later`
 * is told when to go on, and the next part runs, because Jira may refuse one kind of call only. That Jira could not be
 * reached is noted for the admin all the same.
 * @param later called with the instant at which to go on (epoch milliseconds)
 */
export const unlessHeldBack = async (
  job: Job,
  later: (at: number) => Promise<void>,
  ...parts: (() => Promise<unknown>)[]
): Promise<void> => {
  try {
    let failure: JiraError | null = null;
    for (const part of parts) failure = (await unlessLater(later, part)) ?? failure;
    // Too many requests are noted with the rate points.
    if (failure && failure.status !== TOO_MANY_REQUESTS) {
      await noteFailure(job, failure, getAppContext().invocationId, Date.now());
    }
  } finally {
    await noteSpending(Date.now());
  }
};

const unlessLater = async (
  later: (at: number) => Promise<void>,
  part: () => Promise<unknown>,
): Promise<JiraError | null> => {
  try {
    await part();
    return null;
  } catch (error) {
    if (!(error instanceof JiraError) || error.failure !== 'busy') throw error;
    const at = error.retryAt ?? Date.now() + BUSY_MS * (1 + Math.random() / 4);
    console.warn(JSON.stringify({ event: 'heldBack', status: error.status, until: new Date(at).toISOString() }));
    await later(at);
    return error;
  }
};
