import { type RawBuilder, sql } from 'kysely';
import type { Part } from '../../domain/work/mix';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { database } from '../sql/database';
import type { Row } from '../sql/everyRow';
import { outcomeId } from './outcomes';
import { hasFacet, isDoing, isDoneIn, isTodo } from './units';

/** Which of a project's units that serve nothing are asked for: those of a window, a part of the work, and with some facets. */
export type Unlinked = { project: number; facets: readonly Facet[]; window: Window; part: Part | 'all' };

const isPart = (part: Unlinked['part'], window: Window): RawBuilder<unknown> => {
  const planned = isTodo(window.to);
  const effort = sql`${isDoing} OR ${isDoneIn(window)}`;
  if (part === 'planned') return planned;
  return part === 'effort' ? sql`(${effort})` : sql`(${planned} OR ${effort})`;
};

const unlinkedUnits = ({ project, facets, window, part }: Unlinked): RawBuilder<unknown> => sql`
  FROM work_item w
  WHERE w.project = ${project} AND w.objective IS NULL AND w.unit = 1 AND w.created <= ${window.to} AND ${isPart(part, window)}
    ${sql.join(
      facets.map((facet) => sql`AND ${hasFacet(facet)}`),
      sql` `,
    )}`;

/**
 * Units that serve nothing, newest first, which is those with the highest number in their key, from below a number; and which part
 * of the work they are. One statement: the index leads to them in this order, so it reads no more than it answers and passes over.
 */
export const unlinkedPage = async (
  unlinked: Unlinked,
  below: number | null,
  limit: number,
): Promise<{ id: number; number: number; part: Part }[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id, w.number, w.outcome, w.ended ${unlinkedUnits(unlinked)}
      ${below === null ? sql`` : sql`AND w.number < ${below}`}
    ORDER BY w.number DESC LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map((row) => ({
    id: Number(row.id),
    number: Number(row.number),
    part: isPlanned(row, unlinked.window) ? 'planned' : 'effort',
  }));
};

const isPlanned = ({ outcome, ended }: Row, { to }: Window): boolean =>
  Number(outcome) === outcomeId('todo') || (ended !== null && Number(ended) > to);

/** How many there are: one statement. */
export const countUnlinked = async (unlinked: Unlinked): Promise<number> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ COUNT(*) AS total ${unlinkedUnits(unlinked)}`.execute(database);
  return Number(rows[0]?.total ?? 0);
};
