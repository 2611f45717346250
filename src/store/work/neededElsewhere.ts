import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../domain/time/day';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { outcomeId } from './outcomes';

/*
 * What work needs of elsewhere is looked for block by block: whatever a site holds, a statement reads some thousand
 * rows, and a walk reads each row once.
 */

/** Work items that one statement goes through. */
const ITEMS_A_STATEMENT = 10_000;
const BLOCKS_A_STATEMENT = 500;

/** The next blocks of these projects after a block, by id: as many as one statement goes through. `more`: some are left */
export const nextBlocks = async (
  projects: readonly number[],
  after: number,
): Promise<{ blocks: number[]; more: boolean }> => {
  if (projects.length === 0) return { blocks: [], more: false };
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(b, block_by_project) */ b.id, b.items FROM block b
    WHERE b.project IN (${sql.join(projects)}) AND b.id > ${after} AND b.items > 0
    ORDER BY b.id LIMIT ${sql.lit(BLOCKS_A_STATEMENT)}`.execute(database);
  let items = 0;
  const isWithin = (row: Row): boolean => (items += Number(row.items)) <= ITEMS_A_STATEMENT;
  const blocks = rows.filter((row, at) => isWithin(row) || at === 0).map(({ id }) => Number(id));
  return { blocks, more: blocks.length < rows.length || rows.length === BLOCKS_A_STATEMENT };
};

/** The parents that work items of level 0 and above in these blocks name and that are not stored. */
export const unknownParents = async (blocks: readonly number[]): Promise<number[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_block) */ DISTINCT w.parent AS parent FROM work_item w
    WHERE w.block IN (${sql.join(blocks)}) AND w.orphan = 1 AND w.level >= 0`.execute(database);
  return rows.map(({ parent }) => Number(parent));
};

/** Work that counts from a day on. `before`: to before this day; `null`: to now, and open work too */
export type CountedSince = { since: Day; before: Day | null };

/**
 * The ids of work items above level 0 in these blocks that count so far, because no child of theirs is stored that is
 * not dropped.
 */
export const notBrokenDown = async (blocks: readonly number[], { since, before }: CountedSince): Promise<number[]> => {
  const done = sql`w.outcome = ${sql.lit(outcomeId('done'))} AND w.ended >= ${since}`;
  const which: RawBuilder<unknown> =
    before === null
      ? sql`(w.outcome IN (${sql.lit(outcomeId('todo'))}, ${sql.lit(outcomeId('doing'))}) OR ${done})`
      : sql`${done} AND w.ended < ${before}`;
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_block) */ w.id FROM work_item w
    WHERE w.block IN (${sql.join(blocks)}) AND w.level > 0 AND w.unit = 1 AND ${which}`.execute(database);
  return rows.map(({ id }) => Number(id));
};
