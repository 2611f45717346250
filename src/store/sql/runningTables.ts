import type { Generated } from 'kysely';
import type { FailureCode } from '../../domain/failure';

/* Tables of `schema.ts` that tell how the app runs. */

/** `hour`: hours since 1970-01-01; `quota`: Jira's, whether for this site alone (`own_quota`, 0 or 1) or not. */
export type RateHourTable = {
  hour: number;
  calls: number;
  points: number;
  quota: number | null;
  own_quota: number;
  limited_until: number;
  reason: string | null;
};

/** `drift`: as many issues as the last check that found any found, at `drift_at`. */
export type DriftCheckTable = {
  kind: 'hourly' | 'daily';
  checked_at: number;
  found: number;
  drift_at: number | null;
  drift: number | null;
};

/** One row for each way in which a job or call fails. */
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
  /** Jira's rate limits let it go on then; `null` while it reads */
  waiting_until: number | null;
  /** as many issues as those limits let it read in an hour */
  hourly: number | null;
  finished: number | null;
};

export type SyncProjectTable = {
  project: number;
  run: number;
  page_token: string | null;
  /** issues read */
  done: number;
  /** the number of the last issue read: its key is the project's and this */
  last_number: Generated<number>;
  finished: number | null;
};
