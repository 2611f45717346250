import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import type { Project } from './projects';

/** An issue that is stored as an objective: its row, and what its key is made of. */
export type StoredObjective = { own: number; project: number; number: number };

const IDS_A_STATEMENT = 2000;

/** Those of some issues that are stored as objectives, by id. One statement. */
export const objectivesAmong = async (ids: readonly number[]): Promise<Map<number, StoredObjective>> => {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('work_item')
    .select(['id', 'own', 'project', 'number'])
    .where('id', 'in', ids)
    .where('own', 'is not', null)
    .execute();
  return new Map(
    rows.map(({ id, own, project, number }) => [
      Number(id),
      { own: Number(own), project: Number(project), number: Number(number) },
    ]),
  );
};

/** An item that a link of its own joins to an objective, with where it is kept. */
export type Joined = { item: number; link: number; block: number; project: Project };

/** Blocks that one statement looks through: of an objective with 20,000 items at once it took 12 MB. */
const BLOCKS_A_STATEMENT = 10;
const BY_SERVES = sql`/*+ USE_INDEX(block, block_by_serves) */`;

/**
 * The items that serve one of these objectives and that a link of their own joins to it. One statement for each ten blocks of
 * theirs, and one besides; none without objectives.
 */
export const withLink = async (objectives: readonly number[]): Promise<Joined[]> => {
  const found: Joined[] = [];
  for (const blocks of batches(await blocksOf(objectives), BLOCKS_A_STATEMENT)) {
    const { rows } = await sql<Row>`
      SELECT /*+ INL_JOIN(w, p) USE_INDEX(w, work_item_by_block) */ w.id AS item, w.link, w.block, p.id, p.project_key, p.name
      FROM block b JOIN work_item w ON w.block = b.id AND w.link = b.serves JOIN project p ON p.id = w.project
      WHERE b.id IN (${sql.join(blocks)})`.execute(database);
    found.push(...rows.map(joinedFrom));
  }
  return found;
};

const blocksOf = async (objectives: readonly number[]): Promise<number[]> => {
  const found: number[] = [];
  for (const some of batches(objectives, IDS_A_STATEMENT)) {
    const rows = await database
      .selectFrom('block')
      .modifyFront(BY_SERVES)
      .select('id')
      .where('serves', 'in', some)
      .execute();
    found.push(...rows.map(({ id }) => Number(id)));
  }
  return found;
};

const joinedFrom = ({ item, link, block, id, project_key, name }: Row): Joined => ({
  ...{ item: Number(item), link: Number(link), block: Number(block) },
  project: { id: Number(id), key: String(project_key), name: String(name) },
});

/** Where the links of these items lead, by id, without objectives. One statement for each 2,000. */
export const linksOf = async (ids: readonly number[]): Promise<Map<number, number | null>> => {
  const found = new Map<number, number | null>();
  for (const some of batches(ids, IDS_A_STATEMENT)) {
    const rows = await database
      .selectFrom('work_item')
      .select(['id', 'link'])
      .where('id', 'in', some)
      .where('own', 'is', null)
      .execute();
    for (const { id, link } of rows) found.set(Number(id), link === null ? null : Number(link));
  }
  return found;
};
