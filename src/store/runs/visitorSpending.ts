import { type RawBuilder, sql } from 'kysely';
import { database } from '../sql/database';
import type { VisitorSpendingTable } from '../sql/runningTables';

/** What a visitor's calls took of what all share. `minute`, `hour`: since 1970 */
export type Spent = {
  /** the newest minute in which they called, and their time of SQL in it (milliseconds) */
  minute: number;
  ms: number;
  /** the newest hour in which they called, and their rate points in it */
  hour: number;
  points: number;
};

/** SQL: the spending of a visitor as JSON, in rows of `subject` and `answer`. */
export const spendingPart = (subject: number, account: string): RawBuilder<unknown> => sql`
  SELECT ${sql.lit(subject)} AS subject, CONCAT('{"minute":', minute, ',"ms":', ms, ',"hour":', hour, ',"points":', points, '}') AS answer
  FROM visitor_spending WHERE account = ${account}`;

/** Adds to what a visitor spent. What belongs to an older minute or hour than stored is left out. One statement. */
export const addSpending = async (account: string, { minute, ms, hour, points }: Spent): Promise<void> => {
  await database
    .insertInto('visitor_spending')
    .values({ account, minute, ms: Math.round(ms), hour, points })
    // MySQL assigns from left to right, so the times are last.
    .onDuplicateKeyUpdate({
      ms: added('minute', 'ms'),
      points: added('hour', 'points'),
      minute: later('minute'),
      hour: later('hour'),
    })
    .execute();
};

type Column = Exclude<keyof VisitorSpendingTable, 'account'>;

const stored = (column: Column) => sql.ref(`visitor_spending.${column}`);
const given = (column: Column) => sql`VALUES(${sql.ref(column)})`;

const added = (time: Column, amount: Column) => sql<number>`CASE
  WHEN ${given(time)} > ${stored(time)} THEN ${given(amount)}
  WHEN ${given(time)} = ${stored(time)} THEN ${stored(amount)} + ${given(amount)} ELSE ${stored(amount)} END`;

const later = (time: Column) =>
  sql<number>`CASE WHEN ${given(time)} > ${stored(time)} THEN ${given(time)} ELSE ${stored(time)} END`;

/** Forgets the spending of visitors who did not call since an hour. One statement. */
export const forgetSpending = async (hour: number): Promise<void> => {
  await database.deleteFrom('visitor_spending').where('hour', '<', hour).execute();
};
