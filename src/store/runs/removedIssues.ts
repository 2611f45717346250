import { sql } from 'kysely';
import { database } from '../sql/database';

/**
 * Notes issues that Jira no longer answers, before they are removed: a first sync, which is at it for hours, may have read them
 * before and write them after.
 */
export const noteRemoved = async (ids: readonly number[], now: number): Promise<void> => {
  if (ids.length === 0) return;
  await database
    .insertInto('removed_issue')
    .values(ids.map((id) => ({ id, removed_at: now })))
    .onDuplicateKeyUpdate({ removed_at: sql`VALUES(removed_at)` })
    .execute();
};

/** At most so many of the issues that were removed since an instant and come after an id, by id. */
export const removedSince = async (instant: number, afterId: number, limit: number): Promise<number[]> => {
  const rows = await database
    .selectFrom('removed_issue')
    .select('id')
    .where('removed_at', '>=', instant)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(sql.lit(limit))
    .execute();
  return rows.map(({ id }) => Number(id));
};

/** Forgets what was removed before an instant. */
export const forgetRemoved = async (before: number): Promise<void> => {
  await database.deleteFrom('removed_issue').where('removed_at', '<', before).execute();
};
