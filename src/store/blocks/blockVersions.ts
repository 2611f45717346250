import { sql } from 'kysely';
import { database } from '../sql/database';

/**
 * Raises the versions of blocks, which marks them as out of date. Every writer calls it before and after it writes their items: a count
 * in between, or a crash, then leaves the block marked. One statement, or none.
 * @param added how many items were put into each block
 */
export const raiseBlockVersions = async (
  blocks: readonly number[],
  added: ReadonlyMap<number, number> = new Map(),
): Promise<void> => {
  if (blocks.length === 0) return;
  const cases = [...added].map(([id, count]) => sql`WHEN ${sql.lit(id)} THEN ${sql.lit(count)}`);
  await database
    .updateTable('block')
    .set({
      version: sql`version + 1`,
      ...(cases.length === 0 ? {} : { items: sql`items + CASE id ${sql.join(cases, sql` `)} ELSE 0 END` }),
    })
    .where('id', 'in', blocks)
    .execute();
};
