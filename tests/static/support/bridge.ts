import { TextDecoder, TextEncoder } from 'node:util';
import './fetchApi';
import type { Answer, Contract, Group } from '../../../src/contract';
import type { JiraIssue } from '../../../static/src/shared/jira/issues';
import type { Person } from '../../../static/src/shared/jira/people';

type Call = keyof Contract;
type Resolver<K extends Call> = (
  payload: Parameters<Contract[K]>[0],
) => ReturnType<Contract[K]> | Promise<ReturnType<Contract[K]>>;
type Resolvers = { [K in Call]?: Resolver<K> };

/** What the page did to Jira: `[op, payload]`, resolver calls left out. */
export type Operation = [op: string, payload: unknown];

type Listener = { event: string; callback: (payload?: unknown) => void };

let context: object = {};
let resolvers: Resolvers = {};
let listeners: Listener[] = [];
export const operations: Operation[] = [];
export const asked: { call: Call; payload: unknown }[] = [];

async function invoke({ functionKey, payload }: { functionKey: Call; payload: never }): Promise<unknown> {
  asked.push({ call: functionKey, payload });
  const resolver = resolvers[functionKey] as ((payload: never) => unknown) | undefined;
  if (!resolver) throw new Error(`No resolver for ${functionKey}`);
  // Results cross a process border on the platform, so they arrive as JSON.
  return JSON.parse(JSON.stringify(await resolver(payload))) as unknown;
}

/** The page's addresses, newest last: what Jira's own history is to the page. */
export let addresses: string[] = ['/'];
let historyListeners: ((location: object, action: string) => void)[] = [];

const locationOf = (address: string) => {
  const { pathname, search, hash } = new URL(address, 'https://site.example');
  return { pathname, search, hash };
};

function go(action: string): void {
  for (const listener of historyListeners) listener(locationOf(addresses.at(-1) ?? '/'), action);
}

/** What Jira hands the page as its history. */
const createHistory = () => ({
  location: locationOf(addresses.at(-1) ?? '/'),
  action: 'POP',
  listen: (listener: (location: object, action: string) => void) => {
    historyListeners.push(listener);
    return () => (historyListeners = historyListeners.filter((other) => other !== listener));
  },
  push: (address: string) => {
    addresses.push(address);
    go('PUSH');
  },
  replace: (address: string) => {
    addresses.splice(-1, 1, address);
    go('REPLACE');
  },
  go: (steps: number) => {
    if (steps < 0) addresses.splice(Math.max(1, addresses.length + steps));
    go('POP');
  },
});

/**
 * What Jira shows to the viewer of what a page reads itself, and nothing else. `finds`: ids of the issues that a JQL finds;
 * `refuses`: the status that it answers instead; `history`: what changed in issues
 */
type JiraShows = {
  issues?: JiraIssue[];
  people?: Person[];
  groups?: Group[];
  finds?: Record<string, string[]>;
  refuses?: number;
  history?: { issueId: string; changeHistories: object[] }[];
};
let jira: JiraShows = {};

/** What the page read from Jira itself: path and body. */
export const read: { path: string; body: unknown }[] = [];

/** Says what Jira shows, from now on. */
export const placeJira = (shows: JiraShows): void => void (jira = shows);

const userOf = ({ accountId, displayName, avatarUrl }: Person) => ({
  accountId,
  displayName,
  avatarUrls: avatarUrl === null ? {} : { '24x24': avatarUrl },
});

function answerOfJira(path: string, body: unknown): unknown {
  const { issues = [], people = [], groups = [], finds = {}, history = [] } = jira;
  const url = new URL(path, 'https://site.example');
  if (url.pathname.endsWith('/issue/bulkfetch')) {
    const { issueIdsOrKeys } = body as { issueIdsOrKeys: string[] };
    return { issues: issues.filter(({ id, key }) => issueIdsOrKeys.includes(id) || issueIdsOrKeys.includes(key)) };
  }
  if (url.pathname.endsWith('/changelog/bulkfetch')) return { issueChangeLogs: history };
  if (url.pathname.endsWith('/jql/match')) {
    const { issueIds, jqls } = body as { issueIds: number[]; jqls: string[] };
    return {
      matches: jqls.map((jql) => ({ matchedIssues: issueIds.filter((id) => finds[jql]?.includes(String(id))) })),
    };
  }
  if (url.pathname.endsWith('/search/jql')) return { issues: issues.map(({ id }) => ({ id })) };
  const wanted = url.searchParams.getAll('accountId');
  if (url.pathname.endsWith('/user/bulk')) {
    return { values: people.filter(({ accountId }) => wanted.includes(accountId)).map(userOf) };
  }
  if (url.pathname.endsWith('/user/search')) return people.map(userOf);
  return { groups: groups.map(({ id, name }) => ({ groupId: id, name })) };
}

function fetchProduct({ restPath, fetchRequestInit }: { restPath: string; fetchRequestInit: { body?: string } }) {
  const body: unknown = fetchRequestInit.body ? JSON.parse(fetchRequestInit.body) : null;
  read.push({ path: restPath, body });
  const answer = JSON.stringify(answerOfJira(restPath, body));
  return Promise.resolve({ body: answer, headers: {}, status: jira.refuses ?? 200, statusText: '' });
}

/** Jira's side of the bridge: the one thing that the real `@forge/bridge` does not bring itself. */
function callBridge(op: string, payload: unknown): Promise<unknown> {
  if (op === 'getContext') return Promise.resolve({ ...context });
  if (op === 'createHistory') return Promise.resolve(createHistory());
  if (op === 'getUrl') return Promise.resolve('https://site.example/jira/apps/app/env');
  if (op === 'fetchProduct') return fetchProduct(payload as Parameters<typeof fetchProduct>[0]);
  if (op === 'invoke') return invoke(payload as { functionKey: Call; payload: never });
  if (op === 'on') {
    const listener = payload as Listener;
    listeners.push(listener);
    return Promise.resolve({ unsubscribe: () => (listeners = listeners.filter((other) => other !== listener)) });
  }
  operations.push([op, payload]);
  return Promise.resolve(undefined);
}

// Every browser has these; the one of these tests does not, and the router wants them.
Object.assign(globalThis, { TextDecoder, TextEncoder });
Object.assign(globalThis, { __bridge: { callBridge } });

/** Puts the page where a module of the manifest shows it, at an address, over a back end that answers as given. */
export function placePage(moduleKey: string, extension: object, answers: Resolvers, address = '/'): void {
  addresses = [address];
  historyListeners = [];
  operations.length = 0;
  asked.length = 0;
  listeners = [];
  read.length = 0;
  jira = {};
  resolvers = answers;
  context = {
    accountId: 'ada',
    cloudId: 'site',
    siteUrl: 'https://site.example',
    locale: 'en-GB',
    timezone: 'Europe/Berlin',
    moduleKey,
    extension,
  };
}

/** Jira, or another page of the app, tells the page that something happened. */
export function raise(event: string, payload?: unknown): void {
  for (const listener of listeners) if (listener.event === event) listener.callback(payload);
}

export const ok = <T>(data: T): Answer<T> => ({ ok: true, data });
