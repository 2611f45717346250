import { route, type Route } from '@forge/api';
import { z } from 'zod';
import { jiraId } from './jiraId';
import { type JiraIssue, issueShape } from './issue';
import { JiraError } from './jiraError';
import { type As, ask } from './request';

/** Jira's limit of issues in a page with fields, and in a bulk fetch. */
export const PAGE_SIZE = 100;

/** JQL for every issue. Jira requires a bounded query. */
export const EVERY_ISSUE = 'project is not EMPTY';

/**
 * Issues of an answer. `unreadable`: ids of issues not in the documented form; `nameless`: how many lack even an id.
 * They do not keep others from being read.
 */
export type ReadIssues = { issues: JiraIssue[]; unreadable: number[]; nameless: number };

export type IssuePage = ReadIssues & { nextPageToken: string | null };

const unread = z.array(z.unknown());
const withId = z.object({ id: jiraId });

/** @throws JiraError `malformed` if there are several and none can be read: then the answer is at fault, not they */
const readEach = (answered: readonly unknown[], path: Route): ReadIssues => {
  const read: ReadIssues = { issues: [], unreadable: [], nameless: 0 };
  for (const one of answered) {
    const issue = issueShape.safeParse(one);
    const named = withId.safeParse(one);
    if (issue.success) read.issues.push(issue.data);
    else if (named.success) read.unreadable.push(Number(named.data.id));
    else read.nameless += 1;
  }
  if (answered.length > 1 && read.issues.length === 0) {
    throw new JiraError('malformed', 200, `Jira's answer to ${path.value} has no issue as documented.`);
  }
  return read;
};

const page = z.object({ issues: unread, nextPageToken: z.string().nullish() });

/** Jira's limit of issues in a page of ids. */
const ID_PAGE_SIZE = 5000;

/** A page of ids. `number`: the number in the key, by which Jira orders keys within a project */
export type IdPage = { issues: { id: number; number: number }[]; nextPageToken: string | null };

const idPage = z.object({
  issues: z.array(z.object({ id: jiraId, key: z.string() })),
  nextPageToken: z.string().nullish(),
});

/**
 * A page of the ids that a bounded JQL finds. One call, and a rate point for each id.
 * @param most ids in the page, at most 5,000
 */
export const searchIds = async (as: As, jql: string, nextPageToken: string | null, most: number): Promise<IdPage> => {
  const maxResults = Math.min(Math.max(most, 1), ID_PAGE_SIZE);
  const body = { jql, fields: ['key'], maxResults, ...(nextPageToken === null ? {} : { nextPageToken }) };
  const path = route`/rest/api/3/search/jql`;
  const answer = await ask({ as, path, method: 'POST', body }, idPage, ({ issues }) => issues.length);
  return {
    issues: answer.issues.map(({ id, key }) => ({ id: Number(id), number: numberIn(key) })),
    nextPageToken: answer.nextPageToken ?? null,
  };
};

/**
 * A page of the issues that a bounded JQL finds. Page tokens expire after seven days. Search lags writes by seconds.
 * @param most issues in the page, at most 100
 */
export const searchIssues = async (
  as: As,
  jql: string,
  fields: readonly string[],
  nextPageToken: string | null,
  most: number = PAGE_SIZE,
): Promise<IssuePage> => {
  const body = { jql, fields, maxResults: most, ...(nextPageToken === null ? {} : { nextPageToken }) };
  const path = route`/rest/api/3/search/jql`;
  const answer = await ask({ as, path, method: 'POST', body }, page, ({ issues }) => issues.length);
  return { ...readEach(answer.issues, path), nextPageToken: answer.nextPageToken ?? null };
};

const fetched = z.object({ issues: unread });

/**
 * Up to 100 issues by id or key. One call. Issues that are gone, or that the asker may not see, are left out.
 * @throws JiraError `malformed` if one is not in the documented form
 */
export const fetchIssues = async (
  as: As,
  idsOrKeys: readonly (number | string)[],
  fields: readonly string[],
): Promise<JiraIssue[]> => {
  const { issues, unreadable, nameless } = await fetchReadable(as, idsOrKeys, fields);
  if (unreadable.length + nameless > 0)
    throw new JiraError('malformed', 200, 'Jira answered an issue not as documented.');
  return issues;
};

/** Up to 100 issues by id or key, and the ids of those not in the documented form. One call. */
export const fetchReadable = async (
  as: As,
  idsOrKeys: readonly (number | string)[],
  fields: readonly string[],
): Promise<ReadIssues> => {
  if (idsOrKeys.length === 0) return { issues: [], unreadable: [], nameless: 0 };
  const body = { issueIdsOrKeys: idsOrKeys.map(String), fields };
  const path = route`/rest/api/3/issue/bulkfetch`;
  const answer = await ask({ as, path, method: 'POST', body }, fetched, ({ issues }) => issues.length);
  return readEach(answer.issues, path);
};

const counted = z.object({ count: z.number() });

/** How many issues a JQL finds; Jira calls it an estimate. One call, one rate point. */
export const countIssues = async (as: As, jql: string): Promise<number> => {
  const path = route`/rest/api/3/search/approximate-count`;
  return (await ask({ as, path, method: 'POST', body: { jql } }, counted, () => 0)).count;
};

const matched = z.object({ matches: z.array(z.object({ matchedIssues: z.array(z.number()) })) });

/**
 * Which of up to 1,000 issues Jira's search finds. One call. It does not find archived issues, though they can be read
 * by id, nor, for some seconds, new ones.
 */
export const foundBySearch = async (as: As, ids: readonly number[]): Promise<ReadonlySet<number>> => {
  if (ids.length === 0) return new Set();
  const body = { issueIds: ids, jqls: [EVERY_ISSUE] };
  const { matches } = await ask(
    { as, path: route`/rest/api/3/jql/match`, method: 'POST', body },
    matched,
    () => ids.length,
  );
  return new Set(matches.flatMap(({ matchedIssues }) => matchedIssues));
};

const ruled = z.object({
  matches: z.array(z.object({ matchedIssues: z.array(z.number()), errors: z.array(z.string()) })),
});

/**
 * Which of up to 1,000 issues each JQL finds, in the order of the JQLs; `null`: Jira does not understand it. One call,
 * and a rate point for each issue found.
 */
export const matchIssues = async (
  as: As,
  ids: readonly number[],
  jqls: readonly string[],
): Promise<(number[] | null)[]> => {
  if (ids.length === 0 || jqls.length === 0) return jqls.map(() => []);
  const { matches } = await ask(
    { as, path: route`/rest/api/3/jql/match`, method: 'POST', body: { issueIds: ids, jqls } },
    ruled,
    ({ matches: found }) => found.reduce((sum, { matchedIssues: { length } }) => sum + length, 0),
  );
  return jqls.map((_, index) => {
    const found = matches[index];
    return found === undefined || found.errors.length > 0 ? null : found.matchedIssues;
  });
};

/** The number in an issue's key: 12 of `WEB-12`. */
export const numberIn = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));
