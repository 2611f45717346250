/**
 * What Jira's headers say of its rate limits, as documented at
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/:
 *
 * - Every answer: `RateLimit-Policy: "global-app-quota";q=65000;w=3600` names the quota of points and its period in
 * seconds. `RateLimit: "global-app-quota";r=9000;t=1800` names what is left (only once little is) and the seconds until
 * it is renewed. Either may list several, in any order. While a limit is being introduced the names begin with `Beta-`.
 * - With 429: `RateLimit-Reason` names the limit, `Retry-After` the seconds to wait; if that is missing,
 * `X-RateLimit-Reset` the instant.
 */
export type RateSignal = {
  /** points an hour; `null`: the answer does not say */
  quota: Quota | null;
  /** what is left of them, and when they are renewed (epoch milliseconds); `null`: enough */
  left: { points: number; resetAt: number } | null;
  /** when Jira may be asked again (epoch milliseconds); `null`: it does not say */
  retryAt: number | null;
  /** Jira's name of the limit */
  reason: string | null;
};

/** `own`: for this site alone; else shared by all sites with the app */
export type Quota = { points: number; own: boolean };

/** Jira's quota as documented, until an answer tells it. */
export const QUOTA_UNTIL_TOLD: Quota = { points: 65_000, own: false };

/** What a limit refuses: writes to one issue, one kind of call, or all calls of the app. */
export type LimitScope = 'issue' | 'endpoint' | 'all';

/** Jira's names of limits that concern less than all calls. Unknown names count as all. */
const SCOPES: Readonly<Record<string, LimitScope>> = {
  'jira-per-issue-on-write': 'issue',
  'jira-burst-based': 'endpoint',
};

export const scopeOf = (reason: string | null): LimitScope => SCOPES[reason ?? ''] ?? 'all';

type Headers = { get(name: string): string | null };

const QUOTAS: Readonly<Record<string, { own: boolean }>> = {
  'global-app-quota': { own: false },
  'tenant-app-quota': { own: true },
};

/**
 * Reads the headers of an answer.
 * @param now epoch milliseconds
 */
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

/** Parses `"name";q=1;w=2, "other";q=3`. */
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
