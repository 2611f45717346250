import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import { database } from '../sql/database';

/** The last comparison of a project's ids with Jira's, and how counts differed since; see `sweepWhen`. */
export type ProjectSweep = { project: number; day: number; off: number; differs: number };

const PROJECTS_A_STATEMENT = 500;

/** The sweeps of all projects, by project id. One statement. */
export const projectSweeps = async (): Promise<Map<number, ProjectSweep>> => {
  const rows = await database.selectFrom('project_sweep').selectAll().execute();
  return new Map(
    rows.map((row) => [
      Number(row.project),
      { project: Number(row.project), day: Number(row.day), off: Number(row.off_by), differs: Number(row.differs) },
    ]),
  );
};

/** Upserts sweeps. One statement for each 500. */
export const storeProjectSweeps = async (sweeps: readonly ProjectSweep[]): Promise<void> => {
  for (const some of batches(sweeps, PROJECTS_A_STATEMENT)) {
    await database
      .insertInto('project_sweep')
      .values(some.map(({ project, day, off, differs }) => ({ project, day, off_by: off, differs })))
      .onDuplicateKeyUpdate({
        day: sql`VALUES(day)`,
        off_by: sql`VALUES(off_by)`,
        differs: sql`VALUES(differs)`,
      })
      .execute();
  }
};
