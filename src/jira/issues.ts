import { route } from '@forge/api';
import { z } from 'zod';
import { type JiraIssue, issueShape } from './issue';
import { type As, ask } from './request';

/** Jira answers at most this many issues a page when fields are asked for, and takes at most this many in a bulk fetch. */
export const PAGE_SIZE = 100;

export type IssuePage = { issues: JiraIssue[]; nextPageToken: string | null };

const page = z.object({ issues: z.array(issueShape), nextPageToken: z.string().nullish() });

/** Jira answers at most this many issues a page when only their ids are asked for. */
const ID_PAGE_SIZE = 5000;

/** Issues by nothing but their ids. `number`: that of the key, by which Jira orders keys within a project. */
export type IdPage = { issues: { id: number; number: number }[]; nextPageToken: string | null };

const idPage = z.object({
  issues: z.array(z.object({ id: z.string().regex(/^\d+$/), key: z.string() })),
  nextPageToken: z.string().nullish(),
});

/**
 * A page of the ids that a bounded JQL finds: one call, and still a rate point for each id.
 * @param most ids; Jira answers at most 5,000
 */
export const searchIds = async (as: As, jql: string, nextPageToken: string | null, most: number): Promise<IdPage> => {
  const maxResults = Math.min(Math.max(most, 1), ID_PAGE_SIZE);
  const body = { jql, fields: ['key'], maxResults, ...(nextPageToken === null ? {} : { nextPageToken }) };
  const path = route`/rest/api/3/search/jql`;
  const answer = await ask({ as, path, method: 'POST', body }, idPage, ({ issues }) => issues.length);
  return {
    issues: answer.issues.map(({ id, key }) => ({ id: Number(id), number: numberOf(key) })),
    nextPageToken: answer.nextPageToken ?? null,
  };
};

const numberOf = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));

/** A page of the issues that a bounded JQL finds. Tokens hold for seven days. Seconds behind writes. */
export const searchIssues = async (
  as: As,
  jql: string,
  fields: readonly string[],
  nextPageToken: string | null,
): Promise<IssuePage> => {
  const body = { jql, fields, maxResults: PAGE_SIZE, ...(nextPageToken === null ? {} : { nextPageToken }) };
  const path = route`/rest/api/3/search/jql`;
  const answer = await ask({ as, path, method: 'POST', body }, page, ({ issues }) => issues.length);
  return { issues: answer.issues, nextPageToken: answer.nextPageToken ?? null };
};

const fetched = z.object({ issues: z.array(issueShape) });

/** Issues by id or key, at most 100: one call. Those that are gone, or that the asking user may not see, do not come back. */
export const fetchIssues = async (
  as: As,
  idsOrKeys: readonly (number | string)[],
  fields: readonly string[],
): Promise<JiraIssue[]> => {
  if (idsOrKeys.length === 0) return [];
  const body = { issueIdsOrKeys: idsOrKeys.map(String), fields };
  const path = route`/rest/api/3/issue/bulkfetch`;
  return (await ask({ as, path, method: 'POST', body }, fetched, ({ issues }) => issues.length)).issues;
};

const counted = z.object({ count: z.number() });

/** About how many issues a JQL finds: Jira calls it an estimate. One call, one rate point. */
export const countIssues = async (as: As, jql: string): Promise<number> => {
  const path = route`/rest/api/3/search/approximate-count`;
  return (await ask({ as, path, method: 'POST', body: { jql } }, counted, () => 0)).count;
};
