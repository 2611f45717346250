import { type RawBuilder, sql } from 'kysely';
import { batches } from '../../domain/batches';
import type { ClaimedItem } from '../../domain/strategy/claims';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { MOST_LEVELS } from './findWorkItems';
import { outcomeId } from './outcomes';

const IDS_A_STATEMENT = 2000;

const COLUMNS = sql`w.id, w.parent, w.level, w.tag, CASE WHEN w.unit = 1 AND w.outcome <> ${sql.lit(outcomeId('dropped'))} THEN 1 ELSE 0 END AS counts`;

const itemFrom = (row: Row): ClaimedItem => ({
  id: Number(row.id),
  parent: row.parent === null ? null : Number(row.parent),
  level: Number(row.level),
  // Which tag it is does not matter: every one goes before what the issue stands below or is linked to.
  tag: row.tag === null ? null : `tag ${Number(row.tag)}`,
  isUnit: Number(row.counts) === 1,
});

const read = async (query: RawBuilder<unknown>): Promise<ClaimedItem[]> =>
  (await sql<Row>`${query}`.execute(database)).rows.map(itemFrom);

/** These work items and all above them. A statement for each 2,000 on each level. */
export const withAbove = async (ids: readonly number[]): Promise<ClaimedItem[]> => {
  const found = new Map<number, ClaimedItem>();
  let level = [...ids];
  for (let levels = 0; level.length > 0 && levels < MOST_LEVELS; levels += 1) {
    const items = await itemsOf(level);
    for (const item of items) found.set(item.id, item);
    level = [...new Set(items.flatMap(({ parent }) => parent ?? []))].filter((id) => !found.has(id));
  }
  return [...found.values()];
};

const itemsOf = async (ids: readonly number[]): Promise<ClaimedItem[]> => {
  const found: ClaimedItem[] = [];
  for (const some of batches(ids, IDS_A_STATEMENT))
    found.push(...(await read(sql`SELECT ${COLUMNS} FROM work_item w WHERE w.id IN (${sql.join(some)})`)));
  return found;
};

/** Whose work is wanted, without issues of these types and what is below them; `most`: reading ends with so many. */
type Below = { ids: readonly number[]; types: readonly number[]; most: number };

/**
 * The work items below these that inherit from them: without those with a tag, and what is below them. A statement for
 * each 2,000 on each level.
 * @returns `isWhole`: whether that is all
 */
export const untaggedBelow = async ({
  ids,
  types,
  most,
}: Below): Promise<{ items: ClaimedItem[]; isWhole: boolean }> => {
  const found = new Map<number, ClaimedItem>();
  let level = [...ids];
  while (level.length > 0) {
    const next: number[] = [];
    for (const some of batches(level, IDS_A_STATEMENT)) {
      const room = most - found.size;
      const children = await read(sql`
        SELECT /*+ USE_INDEX(w, work_item_by_parent) */ ${COLUMNS} FROM work_item w
        WHERE w.parent IN (${sql.join(some)}) AND w.level >= 0 AND w.tag IS NULL
          AND (w.type IS NULL OR w.type NOT IN (${sql.join(types)}))
        ORDER BY w.id LIMIT ${sql.lit(most)}`);
      for (const child of children.slice(0, room)) {
        if (!found.has(child.id)) next.push(child.id);
        found.set(child.id, child);
      }
      if (children.length > room || children.length === most) return { items: [...found.values()], isWhole: false };
    }
    level = next;
  }
  return { items: [...found.values()], isWhole: true };
};
