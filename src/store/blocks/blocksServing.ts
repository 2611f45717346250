import { sql } from 'kysely';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';

/** FROM clause of the blocks `b` that serve an objective `o`. */
const BLOCKS_SERVING = sql`block b JOIN objective o ON o.id = b.serves`;

/** How many open units serve each objective itself, or the given one, over all projects: one statement. */
export const openWorkByObjective = async (only?: string): Promise<Map<string, number>> => {
  const { rows } = await sql<Row>`
    SELECT o.objective_key, SUM(b.todo_items + b.doing_items) AS units FROM ${BLOCKS_SERVING}
    WHERE ${only === undefined ? sql`1 = 1` : sql`o.objective_key = ${only}`} GROUP BY o.objective_key`.execute(
    database,
  );
  return new Map(rows.map((row) => [String(row.objective_key), Number(row.units)]));
};
