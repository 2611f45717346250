import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../domain/time/day';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { outcomeId } from './outcomes';

/** A page of the parents that work items of level 0 and above in these projects name and that are not stored. */
export const unknownParents = async (projects: readonly number[], after: number, limit: number): Promise<number[]> => {
  if (projects.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ DISTINCT w.parent AS parent FROM work_item w
    WHERE w.project IN (${sql.join(projects)}) AND w.orphan = 1 AND w.level >= 0 AND w.parent > ${after}
    ORDER BY parent LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ parent }) => Number(parent));
};

/** Work that counts from a day on. `before`: to before this day; `null`: to now, and open work too */
export type CountedSince = { since: Day; before: Day | null };

/**
 * A page of the ids of work items above level 0 in these projects that count so far, because no child of theirs is
 * stored that is not dropped.
 */
export const notBrokenDown = async (
  projects: readonly number[],
  { since, before }: CountedSince,
  after: number,
  limit: number,
): Promise<number[]> => {
  if (projects.length === 0) return [];
  const done = sql`w.outcome = ${sql.lit(outcomeId('done'))} AND w.ended >= ${since}`;
  const which: RawBuilder<unknown> =
    before === null
      ? sql`(w.outcome IN (${sql.lit(outcomeId('todo'))}, ${sql.lit(outcomeId('doing'))}) OR ${done})`
      : sql`${done} AND w.ended < ${before}`;
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id FROM work_item w
    WHERE w.project IN (${sql.join(projects)}) AND w.level > 0 AND w.unit = 1 AND w.id > ${after} AND ${which}
    ORDER BY w.id LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ id }) => Number(id));
};
