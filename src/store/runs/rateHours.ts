import { sql } from 'kysely';
import { RATE_HOURS } from '../../domain/retention';
import { database } from '../sql/database';

/** Rate points spent in an hour (hours since 1970-01-01), and what Jira said of its limits. */
export type RateHour = {
  hour: number;
  calls: number;
  points: number;
  /** points an hour, and whether for this site alone; `null`: Jira has not said */
  quota: { points: number; own: boolean } | null;
  /** until when Jira refuses all calls (epoch milliseconds; 0: it does not), and why */
  limitedUntil: number;
  reason: string | null;
};

/** Adds what was spent to its hour. Of several limits the longest stays. One statement. */
export const addToRateHour = async ({ hour, calls, points, quota, limitedUntil, reason }: RateHour): Promise<void> => {
  const longer = sql`VALUES(limited_until) > rate_hour.limited_until`;
  await database
    .insertInto('rate_hour')
    .values({
      hour,
      calls,
      points,
      quota: quota?.points ?? null,
      own_quota: quota?.own ? 1 : 0,
      limited_until: limitedUntil,
      reason,
    })
    .onDuplicateKeyUpdate({
      calls: sql`rate_hour.calls + VALUES(calls)`,
      points: sql`rate_hour.points + VALUES(points)`,
      // Assigned before the quota, which it looks at: MySQL assigns from left to right.
      own_quota: sql`CASE WHEN VALUES(quota) IS NULL THEN rate_hour.own_quota ELSE VALUES(own_quota) END`,
      quota: sql`COALESCE(VALUES(quota), rate_hour.quota)`,
      reason: sql`CASE WHEN ${longer} THEN VALUES(reason) ELSE rate_hour.reason END`,
      // Assigned last: the others compare with the old value.
      limited_until: sql`CASE WHEN ${longer} THEN VALUES(limited_until) ELSE rate_hour.limited_until END`,
    })
    .execute();
};

/** The newest hours, newest first. */
export const latestRateHours = async (count: number): Promise<RateHour[]> => {
  const rows = await database
    .selectFrom('rate_hour')
    .selectAll()
    .orderBy('hour', 'desc')
    .limit(sql.lit(count))
    .execute();
  return rows.map((row) => ({
    hour: Number(row.hour),
    calls: Number(row.calls),
    points: Number(row.points),
    quota: row.quota === null ? null : { points: Number(row.quota), own: Number(row.own_quota) === 1 },
    limitedUntil: Number(row.limited_until),
    reason: row.reason,
  }));
};

/** Deletes hours more than `RATE_HOURS` before this one. */
export const forgetOldRateHours = async (hour: number): Promise<void> => {
  await database
    .deleteFrom('rate_hour')
    .where('hour', '<', hour - RATE_HOURS)
    .execute();
};
