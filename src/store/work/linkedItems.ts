import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';

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

/** The items that serve one of these objectives and that a link of their own joins to it. One statement. */
export const withLink = async (objectives: readonly number[]): Promise<{ item: number; link: number }[]> => {
  const found: { item: number; link: number }[] = [];
  for (const some of batches(objectives, IDS_A_STATEMENT)) {
    const { rows } = await sql<Row>`
      SELECT /*+ INL_JOIN(w) USE_INDEX(b, block_by_serves) USE_INDEX(w, work_item_by_block) */ w.id, w.link
      FROM block b JOIN work_item w ON w.block = b.id AND w.link = b.serves
      WHERE b.serves IN (${sql.join(some)})`.execute(database);
    found.push(...rows.map(({ id, link }) => ({ item: Number(id), link: Number(link) })));
  }
  return found;
};

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
