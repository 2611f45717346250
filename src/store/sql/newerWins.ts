import { type RawBuilder, sql } from 'kysely';

/**
 * The value for a column in an upsert where the newer row, by column `by`, wins. Assign `by` itself last, because MySQL
 * assigns from left to right.
 */
export const newerWins = <Value>(table: string, by: string, column: string): RawBuilder<Value> => sql<Value>`
  CASE WHEN VALUES(${sql.ref(by)}) >= ${sql.ref(`${table}.${by}`)} THEN VALUES(${sql.ref(column)}) ELSE ${sql.ref(`${table}.${column}`)} END`;

/** The assignments for these columns in such an upsert, with `by` last. */
export const allNewerWin = (table: string, by: string, columns: readonly string[]): RawBuilder<unknown> =>
  sql.join([...columns, by].map((column) => sql`${sql.ref(column)} = ${newerWins(table, by, column)}`));
