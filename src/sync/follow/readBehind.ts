import { JiraError } from '../../jira/jiraError';
import { findWithAbove, MOST_LEVELS, type Projected } from '../../store/work/findWorkItems';
import { hintsSince, noteHints } from '../../store/runs/visitorAnswers';
import { drainIssues } from './drain';
import { markDirty } from './markDirty';
import { siteReading } from '../../site/siteReading';
import { MINUTE_MS } from '../../domain/time/milliseconds';

/** Limit of re-reads for one visitor in a minute, however often the browser asks. */
const MOST_A_MINUTE = 6;

/**
 * Reads an issue and its ancestors again as the app, because a visitor's page saw that the projection is behind or
 * lacks the issue. Costs one call to Jira, and another for each parent that was not known.
 *
 * The page's word is only a hint: what Jira tells the app is what is stored. If no rate points are left nothing is
 * read, and the event of the change will bring it.
 * @param account the visitor's account id
 * @returns the issue and its ancestors as the projection then holds them
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
