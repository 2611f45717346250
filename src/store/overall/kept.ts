import { type RawBuilder, sql } from 'kysely';
import { database } from '../database';
import type { Row } from '../everyRow';

/**
 * What the sums over all projects are made of, as a number that each change of it raises: the refreshes of projects, the day up to
 * which they go, and the statuses of objectives.
 */
export const BASIS = sql`(
  (SELECT COALESCE(SUM(refreshed + refreshed_day), 0) FROM project) + (SELECT COALESCE(SUM(revision), 0) FROM objective)
)`;

const KEPT = sql`SELECT * FROM overall WHERE version = ${BASIS}`;

/** Whether the kept sums are of today's basis: one statement. */
export const isOverallKept = async (): Promise<boolean> => {
  const { rows } = await sql`${KEPT} LIMIT 1`.execute(database);
  return rows.length > 0;
};

/**
 * Rows made of the sums over all projects but some: of the kept ones in one statement; where they have changed since, they are added
 * up in one more. What it answers does not grow with the number of projects.
 * @param counts SELECT of the sums
 * @param read one statement on such a SELECT
 */
export const keptOrCounted = async (
  without: readonly number[],
  counts: (without: readonly number[]) => RawBuilder<unknown>,
  read: (sums: RawBuilder<unknown>) => Promise<Row[]>,
): Promise<Row[]> => {
  const kept = without.length === 0 ? await read(KEPT) : [];
  return kept.length > 0 ? kept : read(counts(without));
};
