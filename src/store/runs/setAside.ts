import { sql } from 'kysely';
import type { FailureCode, SetAside } from '../../domain/failure';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { SEARCHES_TRIED } from './searchFailures';

/** A project is set aside when counting it failed so often in a row. Passing faults are over by then. */
export const RECOUNTS_TRIED = 3;

/** Counts a failed attempt to count a project. A success resets it. One statement. */
export const noteFailedRecount = async (project: number, code: FailureCode): Promise<void> => {
  await database
    .updateTable('project')
    .set({ failed_recounts: sql<number>`failed_recounts + 1`, set_aside: code })
    .where('id', '=', project)
    .execute();
};

/**
 * Puts everything back that is set aside. Two statements.
 * @returns how many issues then wait for a drain
 */
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

/** What is set aside, by kind and code, issues first. One statement. */
export const setAsideCounts = async (): Promise<SetAside[]> => {
  const { rows } = await sql<Row>`
    SELECT 'issue' AS what, set_aside AS code, COUNT(*) AS counted FROM dirty_issue
    WHERE set_aside IS NOT NULL GROUP BY set_aside
    UNION ALL
    SELECT 'project', set_aside, COUNT(*) FROM project
    WHERE failed_recounts >= ${sql.lit(RECOUNTS_TRIED)} GROUP BY set_aside
    UNION ALL
    SELECT 'search', 'jiraBusy', COUNT(*) FROM sync_project
    WHERE failed_searches >= ${sql.lit(SEARCHES_TRIED)} HAVING COUNT(*) > 0
    ORDER BY what, code`.execute(database);
  return rows.map((row) => ({
    what: row.what as SetAside['what'],
    code: row.code as FailureCode,
    count: Number(row.counted),
  }));
};
