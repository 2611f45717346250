import { type RawBuilder, sql } from 'kysely';
import { database } from './database';

/** Forge SQL answers at most so many bytes. A query that may find more is asked a page at a time. */
const ANSWER_BYTES = 4 * 1024 * 1024;
/** What a row takes in an answer, generously: a number with its short name, and the texts of the row together. */
const NUMBER_BYTES = 12;
const TEXT_BYTES = 64;

/** A row as the database answers it: numbers may be strings. */
export type Row = Record<string, string | number | null>;

export type ManyRows = {
  columns: Record<string, RawBuilder<unknown>>;
  /** what follows FROM */
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  /** the columns, all numbers, by which the rows are told apart */
  keys: readonly string[];
};

/**
 * Every row of a query that may find tens of thousands, in the order of its keys: one statement, and another for each further
 * page. The columns travel under short names, which are most of what a row weighs.
 */
export const everyRow = async ({ columns, from, where, keys }: ManyRows): Promise<Row[]> => {
  const named = Object.entries(columns).map(([name, column], index) => ({
    name,
    column,
    as: `c${index.toString(36)}`,
  }));
  const selected = sql.join(named.map(({ column, as }) => sql`${column} AS ${sql.ref(as)}`));
  const key = sql.join(keys.map((name) => columns[name]));
  const page = Math.floor(ANSWER_BYTES / (named.length * NUMBER_BYTES + TEXT_BYTES));
  const found: Row[] = [];
  let further = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT ${selected} FROM ${from} WHERE ${where} ${further}
      ORDER BY ${key} LIMIT ${sql.lit(page)}`.execute(database);
    for (const row of rows) found.push(Object.fromEntries(named.map(({ name, as }) => [name, row[as] ?? null])));
    const last = found.at(-1);
    if (rows.length < page || last === undefined) return found;
    further = sql`AND (${key}) > (${sql.join(keys.map((name) => Number(last[name])))})`;
  }
};
