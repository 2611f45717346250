import { type RawBuilder, sql } from 'kysely';

/**
 * What an upsert sets a column to: the given value, unless the row that is there is newer by the column `by`. Set that one last: MySQL
 * assigns from left to right.
 */
export const newerWins = <Value>(table: string, by: string, column: string): RawBuilder<Value> => sql<Value>`
  CASE WHEN VALUES(${sql.ref(by)}) >= ${sql.ref(`${table}.${by}`)} THEN VALUES(${sql.ref(column)}) ELSE ${sql.ref(`${table}.${column}`)} END`;

/** What an upsert sets these columns to, and the one they are compared by. */
export const allNewerWin = (table: string, by: string, columns: readonly string[]): RawBuilder<unknown> =>
  sql.join([...columns, by].map((column) => sql`${sql.ref(column)} = ${newerWins(table, by, column)}`));
