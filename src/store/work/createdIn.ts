import { sql } from 'kysely';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';

/** The work items of a project created from day `since` to before day `before`. `null`: no limit */
export type CreatedIn = { project: number; since: number | null; before: number | null };

/**
 * How many of a project's work items were created on each day, oldest first. One statement, which reads all of the
 * project's items.
 */
export const createdOn = async (project: number): Promise<{ day: number; items: number }[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.created, COUNT(*) AS items FROM work_item w
    WHERE w.project = ${project} GROUP BY w.created ORDER BY w.created`.execute(database);
  return rows.map((row) => ({ day: Number(row.created), items: Number(row.items) }));
};

/** The ids of these work items. One statement, which reads all of the project's items. */
export const idsCreatedIn = async ({ project, since, before }: CreatedIn): Promise<number[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id FROM work_item w
    WHERE w.project = ${project} AND w.created >= ${since ?? FIRST_DAY} AND w.created < ${before ?? LAST_DAY}`.execute(
    database,
  );
  return rows.map(({ id }) => Number(id));
};

/** The least and greatest day that the column holds. */
const FIRST_DAY = -8_388_608;
const LAST_DAY = 8_388_607;
