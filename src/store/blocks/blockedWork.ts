import { sql } from 'kysely';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { isDoing, isTodo } from '../work/units';
import { BLOCKS_SERVING } from './blocksServing';

/** Blocks whose work items are read: at most 1,000 items each. */
const MOST_BLOCKS = 20;

/**
 * Ids of the blocked or flagged open units that serve these objectives themselves, highest first, and how many there are. Two
 * statements: blocks tell the total, and the work items of the newest of them are read.
 * @param projects `null`: all
 */
export const blockedPage = async (
  objectives: readonly string[],
  projects: readonly number[] | null,
  limit: number,
): Promise<{ ids: number[]; total: number }> => {
  if (objectives.length === 0 || projects?.length === 0) return { ids: [], total: 0 };
  const { rows: blocks } = await sql<Row>`
    SELECT b.id, b.blocked FROM ${BLOCKS_SERVING}
    WHERE o.objective_key IN (${sql.join(objectives)}) AND b.blocked > 0
      ${projects === null ? sql`` : sql`AND b.project IN (${sql.join(projects)})`}
    ORDER BY b.id DESC`.execute(database);
  const total = blocks.reduce((sum, { blocked }) => sum + Number(blocked), 0);
  if (total === 0) return { ids: [], total };
  const { rows } = await sql<Row>`
    SELECT /*+ INL_JOIN(w), USE_INDEX(w, work_item_by_block) */ w.id FROM block b JOIN work_item w ON w.block = b.id
    WHERE b.id IN (${sql.join(blocks.slice(0, MOST_BLOCKS).map(({ id }) => Number(id)))})
      AND w.blocked = 1 AND w.unit = 1 AND w.created <= b.day AND (${isDoing} OR ${isTodo(sql`b.day`)})
    ORDER BY w.id DESC LIMIT ${sql.lit(limit)}`.execute(database);
  return { ids: rows.map(({ id }) => Number(id)), total };
};
