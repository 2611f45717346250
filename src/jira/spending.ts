import { AsyncLocalStorage } from 'node:async_hooks';
import { getAppContext } from '@forge/api';
import { type Quota, type RateSignal, scopeOf } from './rateHeaders';

/** What the app spent on Jira, and what Jira said of its limits. */
export type Spending = {
  calls: number;
  /** rate points: one a call, and one for each object in the answer */
  points: number;
  /** until when Jira refuses all calls (epoch milliseconds; 0: it does not), and why */
  limitedUntil: number;
  reason: string | null;
  /** endpoints that Jira refuses, and until when (epoch milliseconds) */
  endpoints: Map<string, number>;
  quota: Quota | null;
  left: RateSignal['left'];
};

/** By site: a process may serve several, one after the other. */
const spendings = new Map<string, Spending>();

const nothing = (): Spending => ({
  calls: 0,
  points: 0,
  limitedUntil: 0,
  reason: null,
  endpoints: new Map(),
  quota: null,
  left: null,
});

/**
 * What this process spent on this site and has not stored yet. In memory, because a statement for each call would cost
 * as much as the call.
 */
export const spending = (): Spending => {
  const site = getAppContext().installationAri.toString();
  const known = spendings.get(site);
  if (known) return known;
  const made = nothing();
  spendings.set(site, made);
  return made;
};

/** Takes the spending, to be stored. What Jira said stays known. */
export const takeSpending = (): Spending => {
  const current = spending();
  const taken = { ...current };
  current.calls = current.points = 0;
  return taken;
};

/** Gives spending back that could not be stored. */
export const giveBack = ({ calls, points }: Spending): void => {
  const current = spending();
  current.calls += calls;
  current.points += points;
};

export const spend = (points: number): void => {
  spending().points += points;
  const meter = meters.getStore();
  if (meter) meter.points += points;
};

type Meter = { points: number };

/** The points of one call. A process may serve several calls at once. */
const meters = new AsyncLocalStorage<Meter>();

/** Runs work. `points` tells what it has spent so far. */
export const countingPoints = <T>(work: (points: () => number) => Promise<T>): Promise<T> => {
  const meter: Meter = { points: 0 };
  return meters.run(meter, () => work(() => meter.points));
};

/** Counts an answer, and notes the limits in it. */
export const noteAnswer = ({ quota, left, reason }: RateSignal): void => {
  const current = spending();
  current.calls += 1;
  spend(1);
  current.quota = quota ?? current.quota;
  current.left = left ?? (reason === null ? null : current.left);
};

/**
 * Notes that Jira refuses all calls, or one endpoint, until an instant (epoch milliseconds). A limit of writes to one
 * issue concerns only its writer and is not noted.
 */
export const noteLimit = (until: number, reason: string | null, endpoint: string): void => {
  const current = spending();
  const about = scopeOf(reason);
  if (about === 'endpoint') current.endpoints.set(endpoint, until);
  if (about !== 'all') return;
  if (until <= current.limitedUntil) return;
  current.limitedUntil = until;
  current.reason = reason;
};
