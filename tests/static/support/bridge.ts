import type { Answer, Contract } from '../../../src/contract';

type Call = keyof Contract;
type Resolvers = { [K in Call]?: (payload: Parameters<Contract[K]>[0]) => ReturnType<Contract[K]> };

/** What the page did to Jira: `[op, payload]`, resolver calls left out. */
export type Operation = [op: string, payload: unknown];

type Listener = { event: string; callback: () => void };

let context: object = {};
let resolvers: Resolvers = {};
let listeners: Listener[] = [];
export const operations: Operation[] = [];
export const asked: { call: Call; payload: unknown }[] = [];

function invoke({ functionKey, payload }: { functionKey: Call; payload: never }): Promise<unknown> {
  asked.push({ call: functionKey, payload });
  const resolver = resolvers[functionKey] as ((payload: never) => Answer<unknown>) | undefined;
  // Results cross a process border on the platform, so they arrive as JSON.
  return resolver
    ? Promise.resolve(JSON.parse(JSON.stringify(resolver(payload))) as unknown)
    : Promise.reject(new Error(`No resolver for ${functionKey}`));
}

/** Jira's side of the bridge: the one thing that the real `@forge/bridge` does not bring itself. */
function callBridge(op: string, payload: unknown): Promise<unknown> {
  if (op === 'getContext') return Promise.resolve({ ...context });
  if (op === 'invoke') return invoke(payload as { functionKey: Call; payload: never });
  if (op === 'on') {
    const listener = payload as Listener;
    listeners.push(listener);
    return Promise.resolve({ unsubscribe: () => (listeners = listeners.filter((other) => other !== listener)) });
  }
  operations.push([op, payload]);
  return Promise.resolve(undefined);
}

Object.assign(globalThis, { __bridge: { callBridge } });

/** Puts the page where a module of the manifest shows it, over a back end that answers as given. */
export function placePage(moduleKey: string, extension: object, answers: Resolvers): void {
  operations.length = 0;
  asked.length = 0;
  listeners = [];
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

/** Jira tells the page that something happened. */
export function raise(event: string): void {
  for (const listener of listeners) if (listener.event === event) listener.callback();
}

export const ok = <T>(data: T): Answer<T> => ({ ok: true, data });
