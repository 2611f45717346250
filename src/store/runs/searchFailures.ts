import { sql } from 'kysely';
import { database } from '../sql/database';

/** A project is set aside when Jira failed so often in a row to search it. Passing faults are over by then. */
export const SEARCHES_TRIED = 3;

/** Counts a failed search of projects. One statement, or none. */
export const noteFailedSearches = async (projects: readonly number[]): Promise<void> => {
  if (projects.length === 0) return;
  await database
    .updateTable('sync_project')
    .set({ failed_searches: sql<number>`failed_searches + 1` })
    .where('project', 'in', projects)
    .execute();
};

/** Notes that Jira searches projects again. One statement, or none. */
export const forgetFailedSearches = async (projects: readonly number[]): Promise<void> => {
  if (projects.length === 0) return;
  await database
    .updateTable('sync_project')
    .set({ failed_searches: 0 })
    .where('project', 'in', projects)
    .where('failed_searches', '>', 0)
    .execute();
};

/** The projects that are set aside because Jira fails to search them. One statement. */
export const unsearchable = async (): Promise<Set<number>> => {
  const rows = await database
    .selectFrom('sync_project')
    .select('project')
    .where('failed_searches', '>=', SEARCHES_TRIED)
    .execute();
  return new Set(rows.map(({ project }) => Number(project)));
};

/** Up to `limit` projects of which something was read, and the last search of which did not fail. One statement. */
export const searchedBefore = async (limit: number): Promise<number[]> => {
  const rows = await database
    .selectFrom('sync_project')
    .select('project')
    .where('failed_searches', '=', 0)
    .where('done', '>', 0)
    .orderBy('project')
    .limit(sql.lit(limit))
    .execute();
  return rows.map(({ project }) => Number(project));
};
