import { sql } from 'kysely';
import type { EndedIssues } from '../../domain/work/droppedMoves';
import { database } from '../sql/database';
import { outcomeId } from './outcomes';

const ENDED = sql.join([sql.lit(outcomeId('done')), sql.lit(outcomeId('dropped'))]);

/**
 * The issues in the status category done, by status and resolution, among the next `limit` work items after an id. One
 * statement.
 * @returns `last`: the last of these items; `null`: none is left after them
 */
export const endedIssues = async (
  after: number,
  limit: number,
): Promise<{ found: EndedIssues[]; last: number | null }> => {
  const { rows } = await sql<Record<'status' | 'resolution' | 'looked' | 'issues' | 'last', number | null>>`
    SELECT status, resolution, COUNT(*) AS looked, MAX(id) AS last,
      SUM(CASE WHEN outcome IN (${ENDED}) THEN 1 ELSE 0 END) AS issues
    FROM (SELECT id, status, resolution, outcome FROM work_item WHERE id > ${after} ORDER BY id LIMIT ${sql.lit(limit)})
      stretch
    GROUP BY status, resolution`.execute(database);
  const idOf = (value: number | null): string | null => (value === null ? null : String(value));
  const looked = rows.reduce((sum, row) => sum + Number(row.looked), 0);
  return {
    found: rows
      .map((row) => ({
        status: idOf(row.status),
        resolution: idOf(row.resolution),
        issues: Number(row.issues),
      }))
      .filter(({ issues }) => issues > 0),
    last: looked < limit ? null : Math.max(...rows.map((row) => Number(row.last))),
  };
};
