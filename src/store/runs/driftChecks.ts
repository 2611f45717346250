import { sql } from 'kysely';
import { database } from '../sql/database';

/** `hourly` looks for changes without an event, `daily` for issues that came or went unnoticed. */
export type CheckKind = 'hourly' | 'daily';

/** The last comparison of the projection with Jira (epoch milliseconds), and how many issues differed. */
export type DriftCheck = {
  kind: CheckKind;
  at: number;
  found: number;
  /** the last check that found some; `null`: none did */
  drift: { at: number; found: number } | null;
};

/** Upserts the row of this kind of check. One statement. */
export const noteCheck = async (kind: CheckKind, at: number, found: number): Promise<void> => {
  const finds = sql`VALUES(found) > 0`;
  await database
    .insertInto('drift_check')
    .values({ kind, checked_at: at, found, drift_at: found > 0 ? at : null, drift: found > 0 ? found : null })
    .onDuplicateKeyUpdate({
      drift_at: sql`CASE WHEN ${finds} THEN VALUES(drift_at) ELSE drift_check.drift_at END`,
      drift: sql`CASE WHEN ${finds} THEN VALUES(drift) ELSE drift_check.drift END`,
      checked_at: sql`VALUES(checked_at)`,
      found: sql`VALUES(found)`,
    })
    .execute();
};

export const driftChecks = async (): Promise<DriftCheck[]> => {
  const rows = await database.selectFrom('drift_check').selectAll().execute();
  return rows.map((row) => ({
    kind: row.kind,
    at: Number(row.checked_at),
    found: Number(row.found),
    drift: row.drift_at === null ? null : { at: Number(row.drift_at), found: Number(row.drift) },
  }));
};
