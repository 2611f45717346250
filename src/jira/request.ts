import api, { type Route } from '@forge/api';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { JiraError, TOO_MANY_REQUESTS } from './jiraError';
import { rateSignal, type RateSignal, scopeOf } from './rateHeaders';
import { noteAnswer, noteLimit, spend } from './spending';

/**
 * The app as the asker, for one kind of job. Only `asApp` of `site/rateBudget` makes one, and each call asks it first.
 */
export type App = {
  /** @throws JiraError `busy` if there are no rate points for a call to this endpoint */
  ask(endpoint: string): Promise<void>;
};

/** Who asks Jira: the visitor, with their permissions, or the app. */
export type As = 'user' | App;

export type Call = { as: As; path: Route; method?: 'GET' | 'POST' | 'PUT'; body?: unknown };

/**
 * Rate points of an object that says who may do what. A call costs one point, and one for any other object in its
 * answer.
 */
export const POINTS_OF_A_PERSON = 2;

/** Statuses that mean "later": too many requests, and faults on the way. */
const PASSING = new Set([TOO_MANY_REQUESTS, 502, 503, 504]);
const ATTEMPTS = 3;
/** The longest wait in a call. A resolver has 25 seconds, so pages should hear "busy" sooner. Jobs come again. */
const LONGEST_WAIT_MS = 5_000;
const FIRST_WAIT_MS = 500;
const LONGEST_JITTER_MS = 60_000;

/**
 * Asks Jira and parses the answer. If Jira says "later", waits and asks again, within `LONGEST_WAIT_MS`.
 * @throws JiraError with the kind of failure, never with an issue's text
 * @param objects how many objects Jira counts in the answer: each costs a rate point, as the call does
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

/** Makes a call whose answer has no body. Throws like `ask`. */
export const tell = async (call: Call): Promise<void> => {
  await send(call);
};

/** The one place that calls Jira. */
const send = async (call: Call): Promise<Awaited<ReturnType<typeof request>>> => {
  const endpoint = endpointOf(call);
  for (let attempt = 1; ; attempt += 1) {
    if (call.as !== 'user') await call.as.ask(endpoint);
    const response = await request(call);
    const signal = rateSignal(response.headers, Date.now());
    noteAnswer(signal);
    if (response.ok) return response;
    const { status } = response;
    if (!PASSING.has(status)) throw JiraError.ofStatus(status, endpoint);
    const about = status === TOO_MANY_REQUESTS ? scopeOf(signal.reason) : 'endpoint';
    const wait = waitFor(signal, attempt);
    if (wait > LONGEST_WAIT_MS) {
      if (status === TOO_MANY_REQUESTS) noteLimit(Date.now() + wait, signal.reason, endpoint);
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

/** The wait that Jira asks for, else twice as long each time. With jitter, so that callers do not return together. */
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

/**
 * The call without its query, which may hold a person's words. No path of the app names an issue, so this is what Jira
 * limits.
 */
const endpointOf = ({ method = 'GET', path }: Call): string => `${method} ${path.value.split('?')[0] ?? ''}`;
