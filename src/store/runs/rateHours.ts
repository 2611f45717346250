import { sql } from 'kysely';
import { database } from '../sql/database';

/** What the app spent of Jira's rate points in an hour (counted from 1970-01-01), and what Jira said meanwhile. */
export type RateHour = {
  hour: number;
  calls: number;
  points: number;
  /** the points that Jira gives an hour, and whether to this site alone; `null`: it has not said */
  quota: { points: number; own: boolean } | null;
  /** until when Jira does not hear the app (epoch milliseconds; 0: it does), and its reason */
  limitedUntil: number;
  reason: string | null;
};

const HOURS_KEPT = 48;

/** Adds what was spent to its hour: one statement. Of several limits the longest stays. */
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
      // Before the quota: MySQL assigns from left to right, and this goes by whether there is a new one.
      own_quota: sql`CASE WHEN VALUES(quota) IS NULL THEN rate_hour.own_quota ELSE VALUES(own_quota) END`,
      quota: sql`COALESCE(VALUES(quota), rate_hour.quota)`,
      reason: sql`CASE WHEN ${longer} THEN VALUES(reason) ELSE rate_hour.reason END`,
      // Last: MySQL assigns from left to right, and the others compare with the value before.
      limited_until: sql`CASE WHEN ${longer} THEN VALUES(limited_until) ELSE rate_hour.limited_until END`,
    })
    .execute();
};

/** The newest hours, at most so many, newest first. */
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

/** Forgets the hours that are more than two days old. */
export const forgetOldRateHours = async (hour: number): Promise<void> => {
  await database
    .deleteFrom('rate_hour')
    .where('hour', '<', hour - HOURS_KEPT)
    .execute();
};
