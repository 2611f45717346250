import type { Field, Issue, IssueType, Project, SiteState, Status } from './types';

/**
 * Calls the site.
 * @throws Jira's error
 */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(reason(text) || `${method} ${path} was answered with ${response.status}.`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

type Refusal = { message?: string; errorMessages?: string[]; errors?: Record<string, string> };

function reason(text: string): string {
  try {
    const { message, errorMessages = [], errors = {} } = JSON.parse(text) as Refusal;
    return message ?? [...errorMessages, ...Object.values(errors)].join(' ');
  } catch {
    return text.slice(0, 200);
  }
}

const REST = '/rest/api/3';

export const fetchState = () => ask<SiteState>('GET', '/site/state');

export const fetchFields = () => ask<Field[]>('GET', `${REST}/field`);

export const fetchIssueTypes = () => ask<IssueType[]>('GET', `${REST}/issuetype`);

export const fetchProject = (key: string) => ask<Project>('GET', `${REST}/project/${key}`);

export async function fetchProjects(): Promise<Project[]> {
  const projects: Project[] = [];
  for (;;) {
    const query = `startAt=${projects.length}&maxResults=50`;
    const page = await ask<{ values: Project[]; isLast: boolean }>('GET', `${REST}/project/search?${query}`);
    projects.push(...page.values);
    if (page.isLast || page.values.length === 0) return projects;
  }
}

export const fetchIssue = (key: string) => ask<Issue>('GET', `${REST}/issue/${key}?fields=*all`);

export type IssuePage = { issues: Issue[]; nextPageToken?: string };

const LISTED = ['summary', 'issuetype', 'status', 'project', 'assignee', 'parent', 'updated'];

export const searchIssues = (jql: string, token: string | null, more: string[] = [], maxResults = 50) =>
  ask<IssuePage>('POST', `${REST}/search/jql`, {
    jql,
    fields: [...LISTED, ...more],
    maxResults,
    ...(token === null ? {} : { nextPageToken: token }),
  });

export const countIssues = async (jql: string): Promise<number> =>
  (await ask<{ count: number }>('POST', `${REST}/search/approximate-count`, { jql })).count;

export const editIssue = (key: string, fields: Record<string, unknown>) =>
  ask<void>('PUT', `${REST}/issue/${key}`, { fields });

export const createIssue = (fields: Record<string, unknown>) =>
  ask<{ key: string }>('POST', `${REST}/issue`, { fields });

type Transition = { id: string; name: string; to: Status };

export const fetchTransitions = async (key: string): Promise<Transition[]> =>
  (await ask<{ transitions: Transition[] }>('GET', `${REST}/issue/${key}/transitions`)).transitions;

export const transitionIssue = (key: string, id: string) =>
  ask<void>('POST', `${REST}/issue/${key}/transitions`, { transition: { id } });

/** Whether the viewer may edit this issue. */
export async function fetchCanEdit(issueKey: string): Promise<boolean> {
  type Answer = { permissions: Record<string, { havePermission: boolean }> };
  const query = `issueKey=${issueKey}&permissions=EDIT_ISSUES`;
  const { permissions } = await ask<Answer>('GET', `${REST}/mypermissions?${query}`);
  return permissions.EDIT_ISSUES?.havePermission ?? false;
}

export type PanelState = { shown: boolean; pinned: boolean };

export const fetchPanel = (issueKey: string) => ask<PanelState>('GET', `/site/panel/${issueKey}`);

export const setPanel = (what: { issue: string } | { project: string }, shown: boolean) =>
  ask<void>(shown ? 'POST' : 'DELETE', '/site/panel', what);

export const moveClock = (ms: number) => ask<void>('POST', '/site/clock', { ms });
