import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import { gatheredBy } from '../../domain/gatheredBy';
import type { Day } from '../../domain/time/day';
import { database } from '../sql/database';
import { useIndex } from '../sql/hints';
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

/** Items of one pair stand together, so that a statement names few of them. */
const byPair = (a: Pair, b: Pair): number => a.project - b.project || a.serves - b.serves;

/**
 * Puts work items into blocks of their project and of what they serve; opens new blocks if the others are full. At most three
 * statements for each 1,000 items, and one for each 500 of one kind of retag. An item that another function has placed meanwhile stays there, because its old block would not be marked.
 * @param raised the blocks that the caller marks as changed afterwards
 * @param day of what is retagged by this write; `null`: it is not known
 * @param added how many items each block got, or gets, in this write: those placed here are added
 * @returns whether all were placed
 */
export const placeItems = async (
  misplaced: readonly Misplaced[],
  raised: ReadonlySet<number>,
  day: Day | null,
  added: Map<number, number>,
): Promise<boolean> => {
  let placed = 0;
  for (const { some, blocks } of await blocksFor(misplaced, added)) {
    placed += await put(some, blocks, { raised, day });
  }
  return placed === misplaced.length;
};

/** Items of which those of one pair go to one block. */
type Batch<Item> = { some: Item[]; blocks: ReadonlyMap<string, Found> };

/** The block for an item of a batch; `undefined`: none could be opened */
export const blockFor = <Item extends Pair>(item: Item, { blocks }: Batch<Item>): number | undefined =>
  blocks.get(pairOf(item))?.id;

/** Blocks with room for all these items, in batches of at most 1,000; opened if there are none. */
export const blocksFor = async <Item extends Pair>(
  items: readonly Item[],
  added: Map<number, number>,
): Promise<Batch<Item>[]> => {
  const found: Batch<Item>[] = [];
  for (const some of batches(items.toSorted(byPair), ITEMS_A_BLOCK)) {
    const pairs = [...gatheredBy(some, pairOf).values()].flatMap((equal) => {
      const [first] = equal;
      return first ? [{ project: first.project, serves: first.serves, count: equal.length }] : [];
    });
    const blocks = await blocksWithRoom(pairs, added);
    for (const pair of pairs) {
      const block = blocks.get(pairOf(pair));
      if (block !== undefined) added.set(block.id, (added.get(block.id) ?? 0) + pair.count);
    }
    found.push({ some, blocks });
  }
  return found;
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

/** Keeps TiDB from reading the blocks of all projects. */
const BY_PROJECT = useIndex({ table: 'block', name: 'block_by_project' });

/** Blocks with room of these pairs, and of others of their projects: a list of pairs would take longer to plan than to read. */
const openBlocks = async (pairs: readonly Pair[]): Promise<Found[]> => {
  const each = (column: keyof Pair): number[] => [...new Set(pairs.map((pair) => pair[column]))];
  const rows = await database
    .selectFrom('block')
    .modifyFront(BY_PROJECT)
    .select(['id', 'project', 'serves', 'items'])
    .where('project', 'in', each('project'))
    .where('serves', 'in', each('serves'))
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
  let updated = 0;
  for (const { retag, some } of batchesByRetag(items)) {
    const known = new Map(some.flatMap((item) => blocks.get(pairOf(item)) ?? []).map((block) => [block.id, block]));
    if (known.size === 0) continue;
    const block = blockOfPair([...known.values()]);
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

/**
 * The block of a row's project and objective; NULL where there is none. A CASE within a CASE: for each row the database
 * compares as many projects and objectives as there are, not as many pairs.
 */
const blockOfPair = (blocks: readonly Found[]) => {
  const ofProject = [...gatheredBy(blocks, ({ project }) => project)].map(([project, own]) => {
    const cases = own.map(({ id, serves }) => sql`WHEN ${serves} THEN ${sql.lit(id)}`);
    return sql`WHEN ${project} THEN CASE COALESCE(objective, ${sql.lit(NOTHING_ID)}) ${sql.join(cases, sql` `)} END`;
  });
  return sql<number>`CASE project ${sql.join(ofProject, sql` `)} END`;
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
