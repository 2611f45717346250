import { JiraError } from '../../jira/jiraError';
import { findWithAbove, MOST_LEVELS, type Projected } from '../../store/work/findWorkItems';
import { hintsSince, noteHints } from '../../store/runs/visitorAnswers';
import { drainIssues } from './drain';
import { markDirty } from './markDirty';
import { siteReading } from '../../site/siteReading';
import { MINUTE_MS } from '../../domain/time/milliseconds';

/** However often a visitor's browser says that the projection is behind, it is read again no more often in a minute. */
const MOST_A_MINUTE = 6;

/**
 * Reads an issue and those above it again as the app, because a visitor's page saw that the projection is behind, or because it does not
 * hold the issue: one call to Jira, and another for each parent that it did not know of. That the page said so is no more than a hint:
 * what counts is what Jira then tells the app, and where the rate points do not allow it, the event of the change will.
 */
export const readBehind = async (issue: number, account: string, now: number): Promise<Projected[]> => {
  const hints = await hintsSince(account, now - MINUTE_MS);
  if (hints.length < MOST_A_MINUTE) {
    await noteHints(account, [...hints, now], now);
    try {
      await readUpwards(issue, now);
    } catch (error) {
      if (!(error instanceof JiraError) || error.failure !== 'busy') throw error;
    }
  }
  return findWithAbove(issue);
};

const readUpwards = async (issue: number, now: number): Promise<void> => {
  const reading = await siteReading();
  const read = new Set<number>();
  let behind = [issue, ...(await findWithAbove(issue)).slice(1).map(({ id }) => id)];
  while (behind.length > 0 && read.size < 2 * MOST_LEVELS) {
    await markDirty(behind, now);
    await drainIssues(behind, reading, now, 'upkeep');
    for (const id of behind) read.add(id);
    const above = (await findWithAbove(issue)).flatMap(({ parent }) => parent ?? []);
    behind = above.filter((id) => !read.has(id));
  }
};
