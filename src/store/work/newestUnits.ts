import { type RawBuilder, sql } from 'kysely';
import { database } from '../sql/database';
import { numberIn, type Row } from '../sql/rowValues';
import { HIGHEST_NUMBER } from './projectIds';

/** A unit of a list. `number`: the number in its key; `estimate`: thousandths of a point; `null`: none; `isTagged`: it has a tag of its own */
export type ListedUnit = { id: number; number: number; estimate: number | null; isTagged: boolean };

/** SELECT of units `w` that the index of a project's objectives leads to. */
export const SELECT_LISTED = sql`SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id, w.number, w.estimate, w.tag`;

export const listedUnit = ({ id, number, estimate, tag }: Row): ListedUnit => ({
  id: Number(id),
  number: Number(number),
  estimate: numberIn(estimate),
  isTagged: tag !== null,
});

/** How many numbers of keys are looked through first, and then: as a rule the newest thousand hold a page. */
const SPANS = [1_000, 8_000, HIGHEST_NUMBER];

/**
 * The newest units of a project that meet a condition on `w`, by descending number in the key, from below a number. Each
 * statement reads a range of numbers by index, and the last one all that is left: TiDB prefetches thousands of rows for
 * a filter, and its tests' storage reads a range to its end whatever the limit. At most four statements.
 * @param isAsked which begins with the project, and what the units serve
 */
export const newestUnits = async (
  project: number,
  isAsked: RawBuilder<unknown>,
  below: number | null,
  limit: number,
): Promise<ListedUnit[]> => {
  const found: ListedUnit[] = [];
  let to = below ?? HIGHEST_NUMBER;
  let from = below ?? (await lastNumberRead(project)) + 1;
  for (const span of SPANS) {
    from = Math.max(0, from - span);
    const { rows } = await sql<Row>`
      ${SELECT_LISTED} FROM work_item w WHERE ${isAsked} AND w.number >= ${from} AND w.number < ${to}
      ORDER BY w.number DESC LIMIT ${sql.lit(limit - found.length)}`.execute(database);
    found.push(...rows.map(listedUnit));
    if (found.length >= limit || from === 0) break;
    to = from;
  }
  return found;
};

/** The number in the key of the last issue that a sync read: newer ones have higher numbers. One statement, by key. */
const lastNumberRead = async (project: number): Promise<number> => {
  const row = await database
    .selectFrom('sync_project')
    .select('last_number')
    .where('project', '=', project)
    .executeTakeFirst();
  return Number(row?.last_number ?? 0);
};
