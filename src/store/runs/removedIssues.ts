import { sql } from 'kysely';
import { database } from '../sql/database';

/**
 * Notes issues before they are removed. A sync takes hours: it may have read them before and write them after, so it
 * checks them at its end.
 */
export const noteRemoved = async (ids: readonly number[], now: number): Promise<void> => {
  if (ids.length === 0) return;
  await database
    .insertInto('removed_issue')
    .values(ids.map((id) => ({ id, removed_at: now })))
    .onDuplicateKeyUpdate({ removed_at: sql`VALUES(removed_at)` })
    .execute();
};

/** A page of the issues removed since an instant (epoch milliseconds), by id, after `afterId`. */
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

/** Forgets removals before an instant (epoch milliseconds). */
export const forgetRemoved = async (before: number): Promise<void> => {
  await database.deleteFrom('removed_issue').where('removed_at', '<', before).execute();
};
