import { getAppContext } from '@forge/api';
import type { Job } from '../../domain/failure';
import { JiraError, TOO_MANY_REQUESTS } from '../../jira/jiraError';
import { noteFailure } from './noteFailure';
import { noteSpending } from '../../site/rateBudget';
import { runEach } from './runEach';

/** The wait if Jira names none. */
const BUSY_MS = 60_000;

/**
 * Runs every part of a job, even if one before it fails, then notes what they spent of Jira's rate points. "Later" from
 * Jira is no failure: `later` is told when to go on. That Jira could not be reached is noted for the admin all the same.
 * @param later called with the instant at which to go on (epoch milliseconds)
 * @throws as `runEach` does
 */
export const unlessHeldBack = async (
  job: Job,
  later: (at: number) => Promise<void>,
  ...parts: (() => Promise<unknown>)[]
): Promise<void> => {
  const refused: JiraError[] = [];
  try {
    await runEach(...parts.map((part) => async () => refused.push(...(await unlessLater(later, part)))));
  } finally {
    const last = refused.at(-1);
    // Too many requests are noted with the rate points.
    if (last && last.status !== TOO_MANY_REQUESTS) {
      await noteFailure(job, last, getAppContext().invocationId, Date.now());
    }
    await noteSpending(Date.now());
  }
};

const unlessLater = async (
  later: (at: number) => Promise<void>,
  part: () => Promise<unknown>,
): Promise<JiraError[]> => {
  try {
    await part();
    return [];
  } catch (error) {
    if (!(error instanceof JiraError) || error.failure !== 'busy') throw error;
    const at = error.retryAt ?? Date.now() + BUSY_MS * (1 + Math.random() / 4);
    console.warn(JSON.stringify({ event: 'heldBack', status: error.status, until: new Date(at).toISOString() }));
    await later(at);
    return [error];
  }
};
