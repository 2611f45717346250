import { type RawBuilder, sql } from 'kysely';

/**
 * The value for a column in an upsert where the newer row, by column `by`, wins. Assign `by` itself last, because MySQL
 * assigns from left to right.
 */
export const newerWins = <Value>(table: string, by: string, column: string): RawBuilder<Value> => sql<Value>`
  CASE WHEN VALUES(${sql.ref(by)}) >= ${sql.ref(`${table}.${by}`)} THEN VALUES(${sql.ref(column)}) ELSE ${sql.ref(`${table}.${column}`)} END`;
