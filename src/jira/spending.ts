import { getAppContext } from '@forge/api';
import { type Quota, type RateSignal, scopeOf } from './rateHeaders';

/** What the app asked of Jira, and what Jira said of its limits meanwhile. */
export type Spending = {
  calls: number;
  /** rate points: one a call, and one for each object in the answer */
  points: number;
  /** until when Jira does not hear the app (epoch milliseconds; 0: it does), and Jira's reason */
  limitedUntil: number;
  reason: string | null;
  /** endpoints that Jira does not answer, and until when */
  endpoints: Map<string, number>;
  quota: Quota | null;
  left: RateSignal['left'];
};

/** A process may serve several sites, one after the other. */
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
 * What this process spent on this site and nobody has noted in the database yet. In memory, because a statement for each call would
 * cost as much as the call.
 */
export const spending = (): Spending => {
  const site = getAppContext().installationAri.toString();
  const known = spendings.get(site);
  if (known) return known;
  const made = nothing();
  spendings.set(site, made);
  return made;
};

/** Takes what was spent away, to be noted. What Jira said stays known. */
export const takeSpending = (): Spending => {
  const current = spending();
  const taken = { ...current };
  current.calls = current.points = 0;
  return taken;
};

/** Gives back what could not be noted. */
export const giveBack = ({ calls, points }: Spending): void => {
  const current = spending();
  current.calls += calls;
  current.points += points;
};

export const spend = (points: number): void => {
  spending().points += points;
};

/** Takes notice of an answer: it was a call, and may tell of limits. */
export const heard = ({ quota, left, reason }: RateSignal): void => {
  const current = spending();
  current.calls += 1;
  current.points += 1;
  current.quota = quota ?? current.quota;
  current.left = left ?? (reason === null ? null : current.left);
};

/**
 * Jira refuses until an instant what its reason is about: everything, or one endpoint. That one issue was written to too often only
 * concerns who writes to it.
 */
export const limited = (until: number, reason: string | null, endpoint: string): void => {
  const current = spending();
  const about = scopeOf(reason);
  if (about === 'endpoint') current.endpoints.set(endpoint, until);
  if (about !== 'all') return;
  if (until <= current.limitedUntil) return;
  current.limitedUntil = until;
  current.reason = reason;
};
