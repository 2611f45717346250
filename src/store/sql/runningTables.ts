import type { Generated } from 'kysely';
import type { Act } from '../../domain/audit';
import type { FailureCode } from '../../domain/failure';

/* Tables of `schema.ts` about how the app runs. */

/**
 * `hour`: hours since 1970-01-01; `quota`: Jira's points an hour; `own_quota`: 1 if they are for this site alone, else
 * 0
 */
export type RateHourTable = {
  hour: number;
  calls: number;
  points: number;
  quota: number | null;
  own_quota: number;
  limited_until: number;
  reason: string | null;
};

/** `drift`: how many issues the last check that found some found, at `drift_at` */
export type DriftCheckTable = {
  kind: 'hourly' | 'daily';
  checked_at: number;
  found: number;
  drift_at: number | null;
  drift: number | null;
};

/** A way in which a job or call fails. */
export type FailureTable = {
  what: string;
  code: FailureCode;
  detail: string | null;
  reference: string;
  first_at: number;
  last_at: number;
  times: number;
};

export type SyncRunTable = {
  /** the instant it began */
  id: number;
  /** Jira's estimate of the issues */
  total: number;
  /** when Jira's rate limits let it go on; `null` while it reads */
  waiting_until: number | null;
  /** issues an hour that those limits allow */
  hourly: number | null;
  finished: number | null;
  /** projects that were set aside before they were read, as it finished */
  unread: Generated<number>;
};

export type SyncProjectTable = {
  project: number;
  run: number;
  /** see `domain/work/firstReading.ts` */
  step: number;
  page_token: string | null;
  /** issues read */
  done: number;
  /** the number in the key of the last issue read */
  last_number: Generated<number>;
  /** how many issues each window needs, in JSON; `null`: not counted */
  needs: string | null;
  finished: number | null;
  /** how often in a row Jira failed to search it */
  failed_searches: Generated<number>;
};

/** `author`: an `account`; `facts`: the rest of an `Act`, in JSON */
export type AuditLineTable = {
  id: Generated<number>;
  at: number;
  author: number | null;
  what: Act['what'];
  facts: string;
};

/** See `Spent`. */
export type VisitorSpendingTable = { account: string; minute: number; ms: number; hour: number; points: number };
