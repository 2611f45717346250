import { type RawBuilder, sql } from 'kysely';
import type { Part } from '../../domain/work/mix';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { database } from '../sql/database';
import type { Row } from '../sql/selectAll';
import { HIGHEST_NUMBER } from './projectIds';
import { hasFacet, isDoing, isDoneIn, isTodo } from './units';

/** A filter for a project's unlinked units: by facets, window and part of the work. */
export type Unlinked = { project: number; facets: readonly Facet[]; window: Window; part: Part | 'all' };

const isPart = (part: Unlinked['part'], window: Window): RawBuilder<unknown> => {
  const planned = isTodo(window.to);
  const effort = sql`${isDoing} OR ${isDoneIn(window)}`;
  if (part === 'planned') return planned;
  return part === 'effort' ? sql`(${effort})` : sql`(${planned} OR ${effort})`;
};

const isAsked = ({ facets, window, part }: Unlinked): RawBuilder<unknown> =>
  sql`w.unit = 1 AND w.created <= ${window.to} AND ${isPart(part, window)} ${sql.join(
    facets.map((facet) => sql`AND ${hasFacet(facet)}`),
    sql` `,
  )}`;

const unlinkedUnits = (unlinked: Unlinked): RawBuilder<unknown> =>
  sql`FROM work_item w WHERE w.project = ${unlinked.project} AND w.objective IS NULL AND ${isAsked(unlinked)}`;

/** An unlinked unit. `number`: the number in its key */
type UnlinkedUnit = { id: number; number: number };

/** Items looked at for each one that is shown, by the first statement and by the second: as a rule one of so many passes the filter. */
const LOOKED_AT = [4, 16];

/**
 * A page of unlinked units, newest first, which is by descending number in the key, from below a number. The first statements read the
 * newest unlinked items by index; one that filters all of them follows if too few pass. TiDB would prefetch thousands of rows for it.
 */
export const unlinkedPage = async (
  unlinked: Unlinked,
  below: number | null,
  limit: number,
): Promise<UnlinkedUnit[]> => {
  const found: UnlinkedUnit[] = [];
  let from = below ?? HIGHEST_NUMBER;
  for (const items of LOOKED_AT.map((times) => times * limit)) {
    const looked = await newestItems(unlinked, from, items);
    found.push(...looked.filter((row) => Number(row.asked) === 1).map(unitFrom));
    const last = looked.at(-1);
    if (found.length >= limit || last === undefined || looked.length < items) return found.slice(0, limit);
    from = Number(last.number);
  }
  return [...found, ...(await furtherUnits(unlinked, from, limit - found.length))];
};

const newestItems = async (unlinked: Unlinked, below: number, limit: number): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ INL_JOIN(w) */ w.id, w.number, CASE WHEN ${isAsked(unlinked)} THEN 1 ELSE 0 END AS asked
    FROM (
      SELECT /*+ USE_INDEX(i, work_item_by_objective) */ i.id FROM work_item i
      WHERE i.project = ${unlinked.project} AND i.objective IS NULL AND i.number < ${below}
      ORDER BY i.number DESC LIMIT ${sql.lit(limit)}
    ) newest JOIN work_item w ON w.id = newest.id
    ORDER BY w.number DESC`.execute(database);
  return rows;
};

/** Further unlinked units below a number. One statement, which filters in SQL. */
const furtherUnits = async (unlinked: Unlinked, below: number, limit: number): Promise<UnlinkedUnit[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id, w.number ${unlinkedUnits(unlinked)}
      AND w.number < ${below}
    ORDER BY w.number DESC LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(unitFrom);
};

const unitFrom = ({ id, number }: Row): UnlinkedUnit => ({ id: Number(id), number: Number(number) });

/** How many unlinked units pass the filter. One statement. */
export const countUnlinked = async (unlinked: Unlinked): Promise<number> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ COUNT(*) AS total ${unlinkedUnits(unlinked)}`.execute(database);
  return Number(rows[0]?.total ?? 0);
};
