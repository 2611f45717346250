import { sql } from 'kysely';
import type { TypicalEstimate } from '../../domain/work/estimate';
import type { WorkFunction } from '../../domain/work/workItem';
import { batches } from '../../domain/batches';
import { database } from '../sql/database';
import { workFunctionIds } from './workFunctions';

export type Project = { id: number; key: string; name: string };

export type ProjectState = Project & {
  category: WorkFunction | null;
  /** epoch milliseconds; 0 before the first refresh */
  refreshedAt: number;
  /** the last day of the windows of its figures */
  refreshedDay: number;
  typical: TypicalEstimate;
};

/** Upserts keys and names of projects. One statement, or none. */
export const nameProjects = async (projects: readonly Project[]): Promise<void> => {
  if (projects.length === 0) return;
  await database
    .insertInto('project')
    .values(projects.map(({ id, key, name }) => ({ id, project_key: key, name })))
    .onDuplicateKeyUpdate({ project_key: sql`VALUES(project_key)`, name: sql`VALUES(name)` })
    .execute();
};

const PROJECTS_A_STATEMENT = 500;

/** Upserts what Jira says of projects. Their figures stay. Two statements for each 500. */
export const storeProjects = async (
  projects: readonly (Project & { category: WorkFunction | null })[],
): Promise<void> => {
  for (const batch of batches(projects, PROJECTS_A_STATEMENT)) {
    const ids = await workFunctionIds({ category: batch.flatMap(({ category }) => category ?? []) });
    await database
      .insertInto('project')
      .values(
        batch.map(({ id, key, name, category }) => ({
          id,
          project_key: key,
          name,
          category: category === null ? null : (ids.category.get(category.id) ?? null),
        })),
      )
      .onDuplicateKeyUpdate({
        project_key: sql`VALUES(project_key)`,
        name: sql`VALUES(name)`,
        category: sql`VALUES(category)`,
      })
      .execute();
  }
};

const states = () =>
  database
    .selectFrom('project as p')
    .leftJoin('work_function as c', 'c.id', 'p.category')
    .select(['p.id', 'p.project_key', 'p.name', 'p.refreshed_at', 'p.refreshed_day'])
    .select(['p.median', 'p.low', 'p.high', 'c.jira_id as category_id', 'c.name as category_name']);

const stateFrom = (row: Awaited<ReturnType<ReturnType<typeof states>['execute']>>[number]): ProjectState => ({
  id: Number(row.id),
  key: row.project_key,
  name: row.name,
  category: row.category_id === null ? null : { id: row.category_id, name: row.category_name ?? '' },
  refreshedAt: Number(row.refreshed_at),
  refreshedDay: Number(row.refreshed_day),
  typical: { median: Number(row.median), low: Number(row.low), high: Number(row.high) },
});

export const allProjects = async (): Promise<ProjectState[]> => {
  const rows = await states().orderBy('p.id').execute();
  return rows.map(stateFrom);
};

/** Ids of all projects. One statement. */
export const projectIds = async (): Promise<number[]> => {
  const rows = await database.selectFrom('project').select('id').orderBy('id').execute();
  return rows.map(({ id }) => Number(id));
};
