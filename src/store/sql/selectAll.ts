import { type RawBuilder, sql } from 'kysely';
import { database } from './database';
import { useIndex } from './hints';
import { packedRow } from './packedRow';
import type { Row } from './rowValues';

/** Forge SQL's limit for an answer. Queries that may find more are read in pages. */
const ANSWER_BYTES = 4 * 1024 * 1024;
/** Bytes that a row takes in an answer, rounded up: for each number with its short name, and for its texts together. */
const NUMBER_BYTES = 12;
const TEXT_BYTES = 64;
/** Bytes of each number among those packed into one text. */
const WHOLE_BYTES = 8;

export type SelectQuery = {
  columns: Record<string, RawBuilder<unknown>>;
  /** what follows FROM */
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  /** columns that identify a row, all of them numbers */
  keys: readonly string[];
  /** the index that TiDB must use, and its table in `from`; without it TiDB's plan depends on statistics */
  index?: { table: string; name: string };
  /** columns of whole numbers, never NULL, packed into one text */
  whole?: readonly string[];
  /** what the texts of a row weigh together at the most; 64 bytes if none is long */
  textBytes?: number;
  /** reading ends when more than so many rows were found; the answer then has more */
  most?: number;
};

/**
 * Every row of a query that may find tens of thousands, in the order of its keys. One statement for each page of an
 * answer.
 */
export const selectAll = async (query: SelectQuery): Promise<Row[]> => {
  const found: Row[] = [];
  for await (const rows of pagesOf(query)) for (const row of rows) found.push(row);
  return found;
};

/** The same rows, page by page, for queries that may find more than memory holds. */
export async function* pagesOf({
  columns,
  from,
  where,
  keys,
  index,
  whole = [],
  textBytes = TEXT_BYTES,
  most = Infinity,
}: SelectQuery): AsyncGenerator<Row[]> {
  const { selected, apart, readRow } = packedRow(columns, whole);
  const key = sql.join(keys.map((name) => columns[name]));
  const page = Math.floor(ANSWER_BYTES / (apart * NUMBER_BYTES + whole.length * WHOLE_BYTES + textBytes));
  let [further, found] = [sql``, 0];
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT ${index ? useIndex(index) : sql``} ${selected} FROM ${from} WHERE ${where} ${further}
      ORDER BY ${key} LIMIT ${sql.lit(page)}`.execute(database);
    const read = rows.map(readRow);
    found += read.length;
    yield read;
    const last = read.at(-1);
    if (rows.length < page || last === undefined || found > most) return;
    further = sql`AND (${key}) > (${sql.join(keys.map((name) => Number(last[name])))})`;
  }
}
