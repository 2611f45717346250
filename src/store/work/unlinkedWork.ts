import { type RawBuilder, sql } from 'kysely';
import type { Part } from '../../domain/work/mix';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
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

/** How many numbers of keys are looked through first, and then: as a rule the newest thousand hold a page. */
const SPANS = [1_000, 8_000];

/**
 * A page of unlinked units, newest first, which is by descending number in the key, from below a number. Each statement reads a range of
 * numbers by index, and the last one all that is left: TiDB prefetches thousands of rows for a filter, and its tests' storage reads a
 * range to its end whatever the limit.
 */
export const unlinkedPage = async (
  unlinked: Unlinked,
  below: number | null,
  limit: number,
): Promise<UnlinkedUnit[]> => {
  const found: UnlinkedUnit[] = [];
  let to = below ?? HIGHEST_NUMBER;
  let from = below ?? (await lastNumberRead(unlinked.project)) + 1;
  for (const span of [...SPANS, HIGHEST_NUMBER]) {
    from = Math.max(0, from - span);
    found.push(...(await unitsBetween(unlinked, { from, to }, limit - found.length)));
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

/** The newest unlinked units with numbers from `from` up to below `to`. One statement. */
const unitsBetween = async (
  unlinked: Unlinked,
  { from, to }: { from: number; to: number },
  limit: number,
): Promise<UnlinkedUnit[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id, w.number ${unlinkedUnits(unlinked)}
      AND w.number >= ${from} AND w.number < ${to}
    ORDER BY w.number DESC LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ id, number }) => ({ id: Number(id), number: Number(number) }));
};

/** How many unlinked units pass the filter. One statement. */
export const countUnlinked = async (unlinked: Unlinked): Promise<number> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ COUNT(*) AS total ${unlinkedUnits(unlinked)}`.execute(database);
  return Number(rows[0]?.total ?? 0);
};
