import { sql } from 'kysely';
import type { FailureKind } from '../../domain/failure';
import { database } from '../sql/database';
import { FAILURE_DAYS } from '../../domain/retention';
import { DAY_MS } from '../../domain/time/milliseconds';

/** A failure that did not recur for so long is over: it is hidden, and counts from one if it comes back. */
const OVER_MS = FAILURE_DAYS * DAY_MS;

/** A way in which a job or a page's call fails, and when it first and last happened (epoch milliseconds). */
export type Failure = FailureKind & { firstAt: number; lastAt: number; times: number };

/**
 * Counts a failure in the row of its kind. The table has at most one row for each job or call and code. One statement.
 */
export const storeFailure = async ({ what, code, detail, reference }: FailureKind, now: number): Promise<void> => {
  const isOver = sql`failure.last_at < ${now - OVER_MS}`;
  await database
    .insertInto('failure')
    .values({ what, code, detail, reference, first_at: now, last_at: now, times: 1 })
    .onDuplicateKeyUpdate({
      detail: sql`VALUES(detail)`,
      reference: sql`VALUES(reference)`,
      first_at: sql`CASE WHEN ${isOver} THEN VALUES(first_at) ELSE failure.first_at END`,
      times: sql`CASE WHEN ${isOver} THEN 1 ELSE failure.times + 1 END`,
      // Assigned last: MySQL assigns from left to right, and the others compare with the old value.
      last_at: sql`VALUES(last_at)`,
    })
    .execute();
};

/** The newest failures that are not over. */
export const latestFailures = async (limit: number, now: number): Promise<Failure[]> => {
  const rows = await database
    .selectFrom('failure')
    .selectAll()
    .where('last_at', '>=', now - OVER_MS)
    .orderBy('last_at', 'desc')
    .orderBy('what')
    .orderBy('code')
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({
    what: row.what,
    code: row.code,
    detail: row.detail,
    reference: row.reference,
    firstAt: Number(row.first_at),
    lastAt: Number(row.last_at),
    times: Number(row.times),
  }));
};

/** Deletes failures that are over. */
export const forgetFailures = async (now: number): Promise<void> => {
  await database
    .deleteFrom('failure')
    .where('last_at', '<', now - OVER_MS)
    .execute();
};
