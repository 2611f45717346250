/**
 * What Jira's answers say of its rate limits. As documented at
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/:
 *
 * - every answer: `RateLimit-Policy: "global-app-quota";q=65000;w=3600` names the quota of points and the seconds it is for, and
 *   `RateLimit: "global-app-quota";r=9000;t=1800` what is left of it (only once little is) and in how many seconds it is anew.
 *   Either may list several, in any order. While a limit is being introduced the names begin with `Beta-`.
 * - with 429: `RateLimit-Reason` says which limit it was, `Retry-After` after how many seconds to come again, and where that is
 *   missing `X-RateLimit-Reset` at which instant.
 */
export type RateSignal = {
  /** the points of an hour that Jira allows; `null`: the answer says nothing of them */
  quota: Quota | null;
  /** what is left of it; `null`: enough */
  left: { points: number; resetAt: number } | null;
  /** when Jira will hear the app again (epoch milliseconds); `null`: it does not say */
  retryAt: number | null;
  /** Jira's word for the limit that was reached */
  reason: string | null;
};

/** `own`: this site's own; else all sites that have the app share it. */
export type Quota = { points: number; own: boolean };

/** What a refusal holds back: writes to one issue, one kind of call, or all calls of the app. */
export type LimitScope = 'issue' | 'endpoint' | 'all';

/** Jira's words for limits that concern less than all; what it does not say, or a word that is new, is taken for all. */
const SCOPES: Readonly<Record<string, LimitScope>> = {
  'jira-per-issue-on-write': 'issue',
  'jira-burst-based': 'endpoint',
};

/** What a refusal with this reason is about. */
export const scopeOf = (reason: string | null): LimitScope => SCOPES[reason ?? ''] ?? 'all';

type Headers = { get(name: string): string | null };

const QUOTAS: Readonly<Record<string, { own: boolean }>> = {
  'global-app-quota': { own: false },
  'tenant-app-quota': { own: true },
};

/** Reads what an answer says. @param now epoch milliseconds */
export const rateSignal = (headers: Headers, now: number): RateSignal => {
  const policy = itemsOf(headers, 'RateLimit-Policy').find(({ name }) => name in QUOTAS);
  const state = itemsOf(headers, 'RateLimit').find(({ name }) => name in QUOTAS);
  const [points, left] = [policy?.parameters.get('q'), state?.parameters.get('r')];
  return {
    quota: policy && points !== undefined ? { points, own: QUOTAS[policy.name]?.own ?? false } : null,
    left: left === undefined ? null : { points: left, resetAt: now + (state?.parameters.get('t') ?? 0) * 1000 },
    retryAt: retryAt(headers, now),
    reason: headers.get('RateLimit-Reason'),
  };
};

type Item = { name: string; parameters: ReadonlyMap<string, number> };

/** `"name";q=1;w=2, "other";q=3` */
const itemsOf = (headers: Headers, name: string): Item[] =>
  (headers.get(name) ?? headers.get(`Beta-${name}`) ?? '').split(',').map((item) => {
    const [quoted = '', ...parameters] = item.split(';').map((part) => part.trim());
    const numbers = parameters.map((parameter): [string, number] => {
      const [key = '', value = ''] = parameter.split('=');
      return [key, Number(value)];
    });
    return { name: quoted.replaceAll('"', ''), parameters: new Map(numbers.filter(([, value]) => value >= 0)) };
  });

const retryAt = (headers: Headers, now: number): number | null => {
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
  if (seconds >= 0) return now + seconds * 1000;
  const reset = Date.parse(headers.get('X-RateLimit-Reset') ?? '');
  return Number.isNaN(reset) ? null : Math.max(reset, now);
};
