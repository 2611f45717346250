import { sql } from 'kysely';
import type { FailureKind } from '../../domain/failure';
import { database } from '../sql/database';
import { DAY_MS } from '../../domain/time/milliseconds';

/** A failure that stayed away for so long is over: it is no longer shown, and counts from one when it comes back. */
const OVER_MS = 14 * DAY_MS;

/** A failure, with when it first and last happened (epoch milliseconds). */
export type Failure = FailureKind & { firstAt: number; lastAt: number; times: number };

/**
 * Notes a failure in the one row for its kind: one statement. The table cannot grow beyond jobs and calls times codes.
 * @param now epoch milliseconds
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
      // Last: MySQL assigns from left to right, and the others compare with the value before.
      last_at: sql`VALUES(last_at)`,
    })
    .execute();
};

/** The failures that are not over, newest first, at most so many. */
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
