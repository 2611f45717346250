import { sql } from 'kysely';
import { database } from '../sql/database';

/** Whether an objective was anything but a draft at any time. One statement. */
export const wasEverActive = async (id: number): Promise<boolean> => {
  const found = await database
    .selectFrom('strategy_event')
    .select('revision')
    .where('objective', '=', id)
    .where('status_after', '<>', 'draft')
    .limit(sql.lit(1))
    .execute();
  return found.length > 0;
};

/**
 * Deletes what is stated of an objective. Its row stays with the key, as for keys that only issues name, because work
 * may carry it. The row is changed last: after a crash the objective is still there, and can be deleted again. Its
 * events go first, because the row would catch up from them.
 * @returns whether nobody changed it meanwhile
 */
export const deleteStated = async (id: number, revision: number): Promise<boolean> => {
  await database.deleteFrom('strategy_event').where('objective', '=', id).where('revision', '<=', revision).execute();
  for (const table of ['key_result', 'check_in', 'measurement', 'title_update', 'objective_snapshot'] as const)
    await database.deleteFrom(table).where('objective', '=', id).execute();
  const { numUpdatedRows } = await database
    .updateTable('objective')
    .set({
      title: '',
      status: 'unknown',
      parent: null,
      weight: null,
      owner: null,
      start_day: null,
      target_day: null,
      position: 0,
      description: null,
      perspective: null,
      headline: 'work',
      archived: 0,
      revision: 0,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
