import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import type { Day } from '../../domain/time/day';
import { database } from '../sql/database';
import { NOTHING_ID } from '../sql/storedNumbers';

/** Work items in a full block. */
export const ITEMS_A_BLOCK = 1000;
/** Work items that one statement moves: of a thousand one took two seconds, on a million issues. */
const ITEMS_AN_UPDATE = 500;

/** A work item without a block, or in a block of another project or objective. */
export type Misplaced = {
  id: number;
  project: number;
  serves: number;
  block: number | null;
  /** the day of its retag: `new`: that of this write; `kept`: the stored one; `none`: it has no such day */
  retag: 'new' | 'kept' | 'none';
};

/** Items of one project that serve the same. */
type Pair = Pick<Misplaced, 'project' | 'serves'>;

const pairOf = ({ project, serves }: Pair): string => `${project} ${serves}`;

/**
 * Puts work items into blocks of their project and of what they serve; opens new blocks if the others are full. At most three
 * statements for each 1,000 items, and one for each 500 of one kind of retag. An item that another function has placed meanwhile stays there, because its old block would not be marked.
 * @param raised the blocks that the caller marks as changed afterwards
 * @param day of what is retagged by this write; `null`: it is not known
 * @returns how many items each block got, and whether all were placed
 */
export const placeItems = async (
  misplaced: readonly Misplaced[],
  raised: ReadonlySet<number>,
  day: Day | null,
): Promise<{ added: Map<number, number>; allPlaced: boolean }> => {
  const added = new Map<number, number>();
  let placed = 0;
  for (const batch of batches(misplaced, ITEMS_A_BLOCK)) {
    const pairs = new Map<string, Pair & { count: number }>();
    for (const { project, serves } of batch) {
      const key = pairOf({ project, serves });
      pairs.set(key, { project, serves, count: (pairs.get(key)?.count ?? 0) + 1 });
    }
    const blocks = await blocksWithRoom([...pairs.values()], added);
    placed += await put(batch, blocks, { raised, day });
    for (const [key, { count }] of pairs) {
      const block = blocks.get(key);
      if (block !== undefined) added.set(block.id, (added.get(block.id) ?? 0) + count);
    }
  }
  return { added, allPlaced: placed === misplaced.length };
};

type Found = Pair & { id: number; items: number };

/** A block with room for each pair of project and objective; opened if there is none. */
const blocksWithRoom = async (
  pairs: readonly (Pair & { count: number })[],
  added: ReadonlyMap<number, number>,
): Promise<Map<string, Found>> => {
  const known = fullestWithRoom(await openBlocks(pairs), pairs, added);
  const lacking = pairs.filter((pair) => !known.has(pairOf(pair)));
  if (lacking.length === 0) return known;
  await database
    .insertInto('block')
    .values(lacking.map(({ project, serves }) => ({ project, serves, ...EMPTY })))
    .execute();
  return new Map([...known, ...fullestWithRoom(await openBlocks(lacking), lacking, added)]);
};

const EMPTY = {
  items: 0,
  version: 1,
  due: null,
  weeks_items: '',
  weeks_points: '',
  people: '',
  person_units: '',
  estimates: '',
};

/** Keeps TiDB from reading the blocks of all projects where it is asked for several pairs. */
const BY_PROJECT = sql`/*+ USE_INDEX(block, block_by_project) */`;

const openBlocks = async (pairs: readonly Pair[]): Promise<Found[]> => {
  const rows = await database
    .selectFrom('block')
    .modifyFront(BY_PROJECT)
    .select(['id', 'project', 'serves', 'items'])
    .where((where) => where.or(pairs.map(({ project, serves }) => where.and({ project, serves }))))
    .where('items', '<', ITEMS_A_BLOCK)
    .execute();
  return rows.map((row) => ({
    id: Number(row.id),
    project: Number(row.project),
    serves: Number(row.serves),
    items: Number(row.items),
  }));
};

/** The fullest block with room of each pair, so that few blocks stay half empty. */
const fullestWithRoom = (
  blocks: readonly Found[],
  pairs: readonly (Pair & { count: number })[],
  added: ReadonlyMap<number, number>,
): Map<string, Found> => {
  const counts = new Map(pairs.map((pair) => [pairOf(pair), pair.count]));
  const best = new Map<string, Found>();
  for (const block of blocks) {
    const key = pairOf(block);
    const items = block.items + (added.get(block.id) ?? 0);
    const known = best.get(key);
    if (items + (counts.get(key) ?? 0) <= ITEMS_A_BLOCK && (!known || items > known.items))
      best.set(key, { ...block, items });
  }
  return best;
};

/** Sets the items' blocks, and the days of their retags, except of those that another function has placed meanwhile. Returns how many were set. */
const put = async (
  items: readonly Misplaced[],
  blocks: ReadonlyMap<string, Found>,
  { raised, day }: { raised: ReadonlySet<number>; day: Day | null },
): Promise<number> => {
  if (blocks.size === 0) return 0;
  const cases = [...blocks.values()].map(
    ({ id, project, serves }) =>
      sql`WHEN project = ${project} AND COALESCE(objective, ${sql.lit(NOTHING_ID)}) = ${serves} THEN ${sql.lit(id)}`,
  );
  const block = sql<number>`CASE ${sql.join(cases, sql` `)} END`;
  let updated = 0;
  for (const { retag, some } of batchesByRetag(items)) {
    const { numUpdatedRows } = await database
      .updateTable('work_item')
      .set({ block, ...(retag !== 'kept' && { retagged: retag === 'new' ? day : null }) })
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .where((where) =>
        where.or([where('block', 'is', null), ...(raised.size === 0 ? [] : [where('block', 'in', [...raised])])]),
      )
      .where(sql<boolean>`${block} IS NOT NULL`)
      .executeTakeFirst();
    updated += Number(numUpdatedRows);
  }
  return updated;
};

const RETAGS = ['none', 'kept', 'new'] as const satisfies readonly Misplaced['retag'][];

/** What one statement moves: items with the same kind of retag, because TiDB would look each of them up in a list of all. */
const batchesByRetag = (items: readonly Misplaced[]): { retag: Misplaced['retag']; some: Misplaced[] }[] =>
  RETAGS.flatMap((retag) =>
    batches(
      items.filter((item) => item.retag === retag),
      ITEMS_AN_UPDATE,
    ).map((some) => ({ retag, some })),
  );
