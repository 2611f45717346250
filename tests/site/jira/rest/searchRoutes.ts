import { JiraError } from '../errors';
import { issueBean } from '../fields';
import type { JiraData } from '../jiraData';
import type { Query } from '../jql/compile';
import { type AppFunctionResults, callsIn } from '../jql/appFunctions';
import type { Caller, Issue, Project } from '../model';
import { withObjects } from './objects';
import { bodyOf, json, type Routes } from './route';

type SearchRequest = {
  jql?: string;
  fields?: string[];
  maxResults?: number;
  nextPageToken?: string | null;
  reconcileIssues?: number[];
};

/** A search with more pages: the ids found, until its token expires. */
type Running = { ids: string[]; until: number };

const TOKEN_LIFE = 7 * 86_400_000;
const RUNNING_AT_MOST = 100;

export function searchRoutes(api: Routes, site: JiraData): void {
  const running = new Map<string, Running>();
  let searches = 0;

  /** Continues the search of a token, or begins one. The result of a search does not change between its pages. */
  const idsOf = async (
    body: SearchRequest,
    caller: Caller,
  ): Promise<{ ids: string[]; search: string; from: number }> => {
    if (!body.nextPageToken) {
      searches += 1;
      const ids = visible(site, (await bounded(site, body.jql, caller)).run(), caller).map((issue) => issue.id);
      return { ids, search: String(searches), from: 0 };
    }
    const [search = '', from] = Buffer.from(body.nextPageToken, 'base64url').toString().split(':');
    const held = running.get(search);
    if (!held || held.until < site.clock.now()) {
      throw new JiraError(400, ['The nextPageToken is invalid or has expired. Search again.']);
    }
    return { ids: held.ids, search, from: Number(from) };
  };

  api.post('/search/jql', async (c) => {
    const { caller } = c.env;
    const body = await bodyOf<SearchRequest>(c);
    if ((body.reconcileIssues ?? []).length > 50) throw new JiraError(400, ['reconcileIssues takes at most 50 ids.']);
    const fields = body.fields ?? ['id'];
    const short = fields.every((field) => field === 'id' || field === 'key');
    const size = Math.min(Math.max(body.maxResults ?? 50, 1), short ? 5000 : 100);
    const { ids, search, from } = await idsOf(body, caller);
    const to = from + size;
    const isLast = to >= ids.length;
    if (!isLast) {
      running.set(search, { ids, until: site.clock.now() + TOKEN_LIFE });
      for (const old of [...running.keys()].slice(0, -RUNNING_AT_MOST)) running.delete(old);
    }
    const view = site.viewOf(caller);
    const issues = ids
      .slice(from, to)
      .flatMap((id) => site.issues.find(id) ?? [])
      .filter((issue) => site.access.mayFind(caller, issue))
      .map((issue) => {
        if (!fields.some((field) => field !== 'id')) return { id: issue.id };
        return issueBean(issue, site.fields, fields, view);
      });
    const nextPageToken = Buffer.from(`${search}:${to}`).toString('base64url');
    return withObjects(json({ issues, isLast, ...(isLast ? {} : { nextPageToken }) }), issues.length);
  });

  api.post('/search/approximate-count', async (c) => {
    const { jql } = await bodyOf<{ jql?: string }>(c);
    const { caller } = c.env;
    const found = visible(site, (await bounded(site, jql, caller)).find(), caller);
    return withObjects(json({ count: found.length }), 0);
  });

  api.post('/jql/match', async (c) => {
    const { caller } = c.env;
    const { issueIds, jqls } = await bodyOf<{ issueIds: number[]; jqls: string[] }>(c);
    const issues = issueIds.flatMap((id) => site.issues.find(String(id)) ?? []);
    const matches = await Promise.all(
      jqls.map(async (jql) => {
        try {
          const query = await bounded(site, jql, caller);
          const found = visible(site, issues.filter(query.matches), caller);
          return { matchedIssues: found.map(({ id }) => Number(id)), errors: [] };
        } catch (error) {
          if (!(error instanceof JiraError)) throw error;
          return { matchedIssues: [], errors: error.body.errorMessages };
        }
      }),
    );
    const objects = matches.reduce((sum, { matchedIssues: { length } }) => sum + length, 0);
    return withObjects(json({ matches }), objects);
  });
}

/**
 * A query with a restriction. Functions of the app in it are asked, or what Jira keeps of them.
 * @throws JiraError 400 without one
 */
async function bounded(site: JiraData, jql: string | undefined, caller: Caller): Promise<Query> {
  const isSearchable = (project: Project): boolean => site.access.may(caller, 'BROWSE_PROJECTS', project);
  const query = site.query(jql ?? '', caller, isSearchable, await resultsIn(site, jql ?? ''));
  if (query.bounded) return query;
  throw new JiraError(400, ['Unbounded JQL queries are not allowed here. Please add a search restriction.']);
}

/** The results of the app's functions that a query calls. */
async function resultsIn(site: JiraData, jql: string): Promise<AppFunctionResults> {
  const results = new Map<string, string | null>();
  for (const call of callsIn(jql)) results.set(JSON.stringify(call), (await site.jqlFunctions?.resultOf(call)) ?? null);
  return (call) => results.get(JSON.stringify(call)) ?? null;
}

const visible = (site: JiraData, issues: Issue[], caller: Caller): Issue[] =>
  issues.filter((issue) => site.access.mayFind(caller, issue));
