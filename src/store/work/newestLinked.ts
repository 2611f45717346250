import { type RawBuilder, sql } from 'kysely';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';

/** How many numbers of keys are looked through, in all projects together, and at least in each. */
const [NUMBERS, NUMBERS_EACH] = [4_000, 200];

/** A unit and the stored id of the objective that it serves. */
export type LinkedId = { id: number; objective: number };

/**
 * The newest units of some projects that serve one of these objectives, by their ids, the newest first. It looks through the
 * newest numbers of each project, by index, so that it takes as long whatever the project holds. Two statements, none without
 * projects or objectives.
 */
export const newestLinked = async (
  projects: readonly number[],
  objectives: readonly number[],
  limit: number,
): Promise<LinkedId[]> => {
  if (projects.length === 0 || objectives.length === 0) return [];
  const last = await lastNumbers(projects);
  const span = Math.max(NUMBERS_EACH, Math.floor(NUMBERS / projects.length));
  const serves = sql`w.objective IN (${sql.join(objectives)})`;
  const within = projects.map(
    (project): RawBuilder<unknown> =>
      sql`(w.project = ${project} AND ${serves} AND w.number > ${Math.max(0, (last.get(project) ?? 0) - span)})`,
  );
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id, w.objective
    FROM work_item w WHERE (${sql.join(within, sql` OR `)}) AND w.unit = 1
    ORDER BY w.id DESC LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ id, objective }) => ({ id: Number(id), objective: Number(objective) }));
};

/** The number in the key of the last issue that a sync read, by project. One statement, by key. */
const lastNumbers = async (projects: readonly number[]): Promise<Map<number, number>> => {
  const rows = await database
    .selectFrom('sync_project')
    .select(['project', 'last_number'])
    .where('project', 'in', projects)
    .execute();
  return new Map(rows.map(({ project, last_number }) => [Number(project), Number(last_number)]));
};
