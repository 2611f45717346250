import { JiraError } from '../jira/jiraError';
import { noteSpending } from './rateBudget';

/** Where Jira does not say when to come again. */
const BUSY_MS = 60_000;

/**
 * Does a job's work and notes what it spent of Jira's rate points, whatever comes of it. Where Jira says "later" the job has not
 * failed: `later` is told when to go on (epoch milliseconds).
 */
export const unlessHeldBack = async (
  work: () => Promise<void>,
  later: (at: number) => Promise<void>,
): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof JiraError) || error.failure !== 'busy') throw error;
    const at = error.retryAt ?? Date.now() + BUSY_MS * (1 + Math.random() / 4);
    console.warn(JSON.stringify({ event: 'heldBack', status: error.status, until: new Date(at).toISOString() }));
    await later(at);
  } finally {
    await noteSpending(Date.now());
  }
};
