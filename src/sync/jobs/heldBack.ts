import { getAppContext } from '@forge/api';
import { JiraError, TOO_MANY_REQUESTS } from '../../jira/jiraError';
import { noteFailure } from './noteFailure';
import { noteSpending } from '../../site/rateBudget';

/** Where Jira does not say when to come again. */
const BUSY_MS = 60_000;

/**
 * Does a job's work and notes what it spent of Jira's rate points, whatever comes of it. Where Jira says "later" the job has not
 * failed: `later` is told when to go on (epoch milliseconds). That Jira was out of reach is noted for the admin all the same.
 * What comes after a part that is held back is done nevertheless: Jira may refuse no more than one kind of call.
 * @param job its name, as `jobs/index.ts` has it
 */
export const unlessHeldBack = async (
  job: string,
  later: (at: number) => Promise<void>,
  ...parts: (() => Promise<unknown>)[]
): Promise<void> => {
  try {
    let failure: JiraError | null = null;
    for (const part of parts) failure = (await unlessLater(later, part)) ?? failure;
    // That it asks too often is noted with the rate points.
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
