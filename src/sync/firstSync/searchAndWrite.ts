import type { SyncedItem } from '../../domain/work/workItem';
import { countingFields } from '../../jira/fields';
import { searchIssues } from '../../jira/issues';
import { type Reading, toWorkItems } from '../../jira/toWorkItem';
import { asApp } from '../../site/rateBudget';
import { issuesThatCount } from '../../site/issuesThatCount';
import { markJoinedBefore } from '../follow/countedLinks';
import { markDirty } from '../follow/markDirty';
import { writeItems } from '../follow/writeItems';

/** A page of a search. `most`: issues in it, at most 100 */
export type Search = { jql: string; most: number; pageToken?: string | null };

/** A page of issues as work items, of which those are new that may count. `more`: the token of the next page */
export type Found = { items: SyncedItem[]; more: string | null };

/** Reads a page of issues from anywhere on the site. Marks those that cannot be parsed. */
export const search = async ({ jql, most, pageToken = null }: Search, given: Reading, now: number): Promise<Found> => {
  const app = asApp('sync');
  const page = await searchIssues(app, jql, countingFields(given.fields, given.strategy), pageToken, most);
  const { issues, reading } = await issuesThatCount(app, given, page.issues);
  const { items, unreadable } = toWorkItems(issues, reading);
  await markDirty([...page.unreadable, ...unreadable], now);
  return { items, more: page.nextPageToken };
};

/** As `search`, and writes what it finds. */
export const searchAndWrite = async (page: Search, reading: Reading, clock: () => number): Promise<Found> => {
  const found = await search(page, reading, clock());
  await writeItems(found.items);
  await markJoinedBefore(found.items, clock());
  return found;
};
