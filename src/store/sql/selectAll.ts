import { type RawBuilder, sql } from 'kysely';
import { database } from './database';

/** Forge SQL answers at most so many bytes. A query that may find more is asked a page at a time. */
const ANSWER_BYTES = 4 * 1024 * 1024;
/** What a row takes in an answer, generously: a number with its short name, and the texts of the row together. */
const NUMBER_BYTES = 12;
const TEXT_BYTES = 64;
/** The same for a number that travels with others. */
const WHOLE_BYTES = 8;

/** A row as the database answers it: numbers may be strings. */
export type Row = Record<string, string | number | null>;

export type SelectQuery = {
  columns: Record<string, RawBuilder<unknown>>;
  /** what follows FROM */
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  /** the columns, all numbers, by which the rows are told apart */
  keys: readonly string[];
  /** the index that TiDB is told to use, with the name of its table in `from`; without it that hangs on statistics */
  index?: { table: string; name: string };
  /** columns that are whole numbers and never NULL: they travel together */
  whole?: readonly string[];
  /** what the texts of a row weigh together at the most; 64 bytes if none is long */
  textBytes?: number;
};

/**
 * Every row of a query that may find tens of thousands, in the order of its keys: one statement, and another for each further
 * page. The names of columns are most of what a row weighs: they are short, and whole numbers travel in one text under one name.
 */
export const selectAll = async ({
  columns,
  from,
  where,
  keys,
  index,
  whole = [],
  textBytes = TEXT_BYTES,
}: SelectQuery): Promise<Row[]> => {
  const apart = Object.entries(columns)
    .filter(([name]) => !whole.includes(name))
    .map(([name, column], index) => ({ name, column, as: `c${index.toString(36)}` }));
  const together = sql`CONCAT_WS(' ', ${sql.join(whole.map((name) => columns[name]))}) AS ${sql.ref(TOGETHER)}`;
  const selected = sql.join([
    ...apart.map(({ column, as }) => sql`${column} AS ${sql.ref(as)}`),
    ...(whole.length === 0 ? [] : [together]),
  ]);
  const readRow = (row: Row): Row => {
    const read: Row = {};
    for (const { name, as } of apart) read[name] = row[as] ?? null;
    if (whole.length === 0) return read;
    const numbers = String(row[TOGETHER]).split(' ');
    whole.forEach((name, index) => (read[name] = Number(numbers[index])));
    return read;
  };
  const key = sql.join(keys.map((name) => columns[name]));
  const page = Math.floor(ANSWER_BYTES / (apart.length * NUMBER_BYTES + whole.length * WHOLE_BYTES + textBytes));
  const found: Row[] = [];
  let further = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT ${index ? useIndex(index) : sql``} ${selected} FROM ${from} WHERE ${where} ${further}
      ORDER BY ${key} LIMIT ${sql.lit(page)}`.execute(database);
    for (const row of rows) found.push(readRow(row));
    const last = found.at(-1);
    if (rows.length < page || last === undefined) return found;
    further = sql`AND (${key}) > (${sql.join(keys.map((name) => Number(last[name])))})`;
  }
};

/** The hint that keeps TiDB to an index, whatever its statistics say; other engines read a comment. */
const useIndex = ({ table, name }: { table: string; name: string }): RawBuilder<unknown> =>
  sql.raw(`/*+ USE_INDEX(${table}, ${name}) */`);

const TOGETHER = 'n';
