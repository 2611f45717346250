import { sql } from 'kysely';
import type { FailureCode, SetAside } from '../../domain/failure';
import { database } from '../sql/database';
import type { Row } from '../sql/selectAll';

/** A project whose roll-up could not be counted so often in a row is set aside. What fails in passing has passed by then. */
export const RECOUNTS_TRIED = 3;

/** Notes that the roll-up of a project could not be counted: one statement. Once it can, that is forgotten. */
export const noteFailedRecount = async (project: number, code: FailureCode): Promise<void> => {
  await database
    .updateTable('project')
    .set({ failed_recounts: sql<number>`failed_recounts + 1`, set_aside: code })
    .where('id', '=', project)
    .execute();
};

/** Lets everything that is set aside be tried once more: two statements. Says how many issues are to be read. */
export const tryAgain = async (): Promise<number> => {
  const { numUpdatedRows } = await database
    .updateTable('dirty_issue')
    .set({ set_aside: sql`NULL` })
    .where('set_aside', 'is not', null)
    .executeTakeFirst();
  await database
    .updateTable('project')
    .set({ failed_recounts: RECOUNTS_TRIED - 1 })
    .where('failed_recounts', '>=', RECOUNTS_TRIED)
    .execute();
  return Number(numUpdatedRows);
};

/** What is set aside, issues first: one statement. */
export const setAside = async (): Promise<SetAside[]> => {
  const { rows } = await sql<Row>`
    SELECT 'issue' AS what, set_aside AS code, COUNT(*) AS counted FROM dirty_issue
    WHERE set_aside IS NOT NULL GROUP BY set_aside
    UNION ALL
    SELECT 'project', set_aside, COUNT(*) FROM project
    WHERE failed_recounts >= ${sql.lit(RECOUNTS_TRIED)} GROUP BY set_aside
    ORDER BY what, code`.execute(database);
  return rows.map((row) => ({
    what: row.what as SetAside['what'],
    code: row.code as FailureCode,
    count: Number(row.counted),
  }));
};
