import { sql } from 'kysely';
import { database } from '../sql/database';

/**
 * Marks blocks as changed: one statement, or none. Every writer calls it before and after it writes items of them, so that figures
 * counted in between, or a crash, leave the block visibly behind.
 * @param added how many items were put into a block
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

/** The ids of all blocks. */
export const allBlocks = async (): Promise<number[]> => {
  const rows = await database.selectFrom('block').select('id').execute();
  return rows.map(({ id }) => Number(id));
};
