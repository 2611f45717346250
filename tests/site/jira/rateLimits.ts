import type { Clock } from '../clock';
import { TextResponse } from '../http/textResponse';

/** The app's points an hour: for this site, or for all sites with the app together. */
export type Quota = { points: number; own: boolean };

const HOUR_MS = 3_600_000;
/** Jira says how much is left only below a fifth. */
const TOLD_BELOW = 0.2;

/** How often one issue may be written in so many milliseconds. */
const WRITES = [
  { most: 20, withinMs: 2_000 },
  { most: 100, withinMs: 30_000 },
];

/**
 * Jira's limits for an app: points an hour, renewed each hour, and writes to one issue. Limits by second and endpoint
 * are left out: on a clock that stands still all calls happen at once.
 */
export class RateLimits {
  /** Default: more than any site needs. */
  quota: Quota = { points: 10_000_000, own: true };
  private hour = 0;
  private spent = 0;
  private readonly writes = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** The points spent in this hour. Those that other sites spend of a shared quota can be added. */
  get points(): number {
    this.turn();
    return this.spent;
  }

  set points(points: number) {
    this.turn();
    this.spent = points;
  }

  /**
   * Answers a call of the app, or refuses it.
   * @param cost the points of an answer; a refusal costs none
   */
  async within(request: Request, answer: () => Promise<Response>, cost: (response: Response) => number) {
    if (this.points >= this.quota.points) {
      return this.refused(this.quota.own ? 'jira-quota-tenant-based' : 'jira-quota-global-based', this.leftMs());
    }
    const waitMs = this.writeTo(await issuesWritten(request));
    if (waitMs > 0) return this.refused('jira-per-issue-on-write', waitMs);
    const response = await answer();
    this.points += cost(response);
    return this.told(response);
  }

  private turn(): void {
    const hour = Math.floor(this.clock.now() / HOUR_MS);
    if (hour !== this.hour) this.spent = 0;
    this.hour = hour;
  }

  private leftMs(): number {
    return HOUR_MS - (this.clock.now() % HOUR_MS);
  }

  /** Milliseconds until these issues may be written; 0: now, which is then noted. */
  private writeTo(issues: readonly string[]): number {
    const now = this.clock.now();
    for (const issue of issues) {
      const before = this.writes.get(issue) ?? [];
      for (const { most, withinMs } of WRITES) {
        const oldest = before.at(-most);
        if (oldest !== undefined && now - oldest < withinMs) return withinMs - (now - oldest);
      }
    }
    for (const issue of issues) this.writes.set(issue, [...(this.writes.get(issue) ?? []).slice(-99), now]);
    return 0;
  }

  private refused(reason: string, waitMs: number): Response {
    const seconds = Math.ceil(waitMs / 1000);
    const headers = {
      'Retry-After': String(seconds),
      'RateLimit-Reason': reason,
      'X-RateLimit-Reset': new Date(this.clock.now() + seconds * 1000).toISOString(),
    };
    return this.told(
      TextResponse.json({ errorMessages: ['Rate limit exceeded.'], errors: {} }, { status: 429, headers }),
    );
  }

  private told(response: Response): Response {
    const { points, own } = this.quota;
    const name = own ? '"tenant-app-quota"' : '"global-app-quota"';
    const left = Math.max(0, points - this.points);
    response.headers.set('RateLimit-Policy', `${name};q=${points};w=${HOUR_MS / 1000}`);
    const little = left <= points * TOLD_BELOW;
    const resets = `t=${Math.ceil(this.leftMs() / 1000)}`;
    response.headers.set('RateLimit', little ? `${name};r=${left};${resets}` : `${name};${resets}`);
    return response;
  }
}

/** The issues whose values a call of the app writes. */
async function issuesWritten(request: Request): Promise<string[]> {
  if (request.method === 'GET' || !new URL(request.url).pathname.includes('/app/field/')) return [];
  const { updates = [] } = (await request.clone().json()) as { updates?: { issueIds?: number[] }[] };
  return updates.flatMap(({ issueIds = [] }) => issueIds.map(String));
}
