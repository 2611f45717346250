import api, { type Route } from '@forge/api';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { JiraError, TOO_MANY_REQUESTS } from './jiraError';
import { rateSignal, type RateSignal, scopeOf } from './rateHeaders';
import { heard, limited, spend } from './spending';

/**
 * The app itself, on behalf of one of its jobs. Only what holds the budget of rate points makes one (`asApp` of `site/rateBudget`), and
 * each call asks it first.
 */
export type App = {
  /** Throws a `busy` JiraError where the budget has no room for a call to this endpoint. */
  ask(endpoint: string): Promise<void>;
};

/** As whom Jira is asked: the person at the page, whose permissions then apply, or the app. */
export type As = 'user' | App;

export type Call = { as: As; path: Route; method?: 'GET' | 'POST' | 'PUT'; body?: unknown };

/** A call costs Jira's rate points: one, and one for each object in its answer; what says who may do what costs two. */
export const POINTS_OF_A_PERSON = 2;

/** Statuses that say "later": too many requests, and faults on the way. */
const PASSING = new Set([TOO_MANY_REQUESTS, 502, 503, 504]);
const ATTEMPTS = 3;
/** A resolver has 25 seconds, so a page would rather hear "busy" than wait longer than this for one call. A job comes again. */
const LONGEST_WAIT_MS = 5_000;
const FIRST_WAIT_MS = 500;
const LONGEST_JITTER_MS = 60_000;

/**
 * Asks Jira and checks the answer's shape. Waits and asks again when Jira says "later", for as long as a page can wait.
 * Throws a `JiraError` that names the kind of failure; never one with an issue's text in it.
 * @param objects how many objects Jira counts in the answer: each costs a rate point, as the call itself does
 */
export const ask = async <T>(call: Call, shape: z.ZodType<T>, objects: (answer: T) => number): Promise<T> => {
  const response = await send(call);
  const parsed = shape.safeParse(await json(response));
  if (parsed.success) {
    spend(objects(parsed.data));
    return parsed.data;
  }
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new JiraError(
    'malformed',
    response.status,
    `Jira's answer to ${endpointOf(call)} is not as documented at "${where}".`,
  );
};

/** Tells Jira something whose answer has no body. */
export const tell = async (call: Call): Promise<void> => {
  await send(call);
};

/** The one way to Jira. */
const send = async (call: Call): Promise<Awaited<ReturnType<typeof request>>> => {
  const endpoint = endpointOf(call);
  for (let attempt = 1; ; attempt += 1) {
    if (call.as !== 'user') await call.as.ask(endpoint);
    const response = await request(call);
    const signal = rateSignal(response.headers, Date.now());
    heard(signal);
    if (response.ok) return response;
    const { status } = response;
    if (!PASSING.has(status)) throw JiraError.ofStatus(status, endpoint);
    const about = status === TOO_MANY_REQUESTS ? scopeOf(signal.reason) : 'endpoint';
    const wait = waitFor(signal, attempt);
    if (wait > LONGEST_WAIT_MS) {
      if (status === TOO_MANY_REQUESTS) limited(Date.now() + wait, signal.reason, endpoint);
      throw JiraError.busy(status, endpoint, Date.now() + wait, about);
    }
    if (attempt === ATTEMPTS) throw JiraError.busy(status, endpoint, null, about);
    await sleep(wait);
  }
};

const request = ({ as, path, method = 'GET', body }: Call) => {
  const jira = as === 'user' ? api.asUser() : api.asApp();
  return jira.requestJira(path, {
    method,
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
};

/** As long as Jira says, else twice as long each time; with jitter, so that callers do not come back together. */
const waitFor = ({ retryAt }: RateSignal, attempt: number): number => {
  const wait = retryAt === null ? FIRST_WAIT_MS * 2 ** (attempt - 1) : retryAt - Date.now();
  return wait + Math.random() * Math.min(wait / 4, LONGEST_JITTER_MS);
};

const json = async (response: { json(): Promise<unknown> }): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};

/** The call without its query, which may hold a person's words. No path of the app names an issue, so this is what Jira limits. */
const endpointOf = ({ method = 'GET', path }: Call): string => `${method} ${path.value.split('?')[0] ?? ''}`;
