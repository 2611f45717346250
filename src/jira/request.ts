import api, { type Route } from '@forge/api';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { JiraError } from './jiraError';

/** As whom Jira is asked: the person at the page, whose permissions then apply, or the app. */
export type As = 'user' | 'app';

export type Call = { as: As; path: Route; method?: 'GET' | 'POST' | 'PUT'; body?: unknown };

/** Statuses that say "later": too many requests, and faults on the way. */
const PASSING = new Set([429, 502, 503, 504]);
const ATTEMPTS = 3;
/** A resolver has 25 seconds, so a page would rather hear "busy" than wait longer than this for one call. */
const LONGEST_WAIT_MS = 5_000;
const FIRST_WAIT_MS = 500;

/**
 * Asks Jira and checks the answer's shape. Waits and asks again when Jira says "later", for as long as a page can wait.
 * Throws a `JiraError` that names the kind of failure; never one with an issue's text in it.
 */
export const ask = async <T>(call: Call, shape: z.ZodType<T>): Promise<T> => {
  const response = await send(call);
  const parsed = shape.safeParse(await json(response));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new JiraError(
    'malformed',
    response.status,
    `Jira's answer to ${describe(call)} is not as documented at "${where}".`,
  );
};

/** Tells Jira something whose answer has no body. */
export const tell = async (call: Call): Promise<void> => {
  await send(call);
};

const send = async (call: Call): Promise<Awaited<ReturnType<typeof request>>> => {
  for (let attempt = 1; ; attempt += 1) {
    const response = await request(call);
    if (response.ok) return response;
    const wait = waitFor(response, attempt);
    if (!PASSING.has(response.status) || attempt === ATTEMPTS || wait > LONGEST_WAIT_MS) {
      throw JiraError.ofStatus(response.status, describe(call));
    }
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

/** Retry-After where Jira says it, else twice as long each time; with jitter, so that callers do not come back together. */
const waitFor = (response: { headers: { get(name: string): string | null } }, attempt: number): number => {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const wait = Number.isNaN(seconds) ? FIRST_WAIT_MS * 2 ** (attempt - 1) : seconds * 1000;
  return wait * (1 + Math.random() / 4);
};

const json = async (response: { json(): Promise<unknown> }): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};

/** The call without its query, which may hold a person's words. */
const describe = ({ method = 'GET', path }: Call): string => `${method} ${path.value.split('?')[0] ?? ''}`;
