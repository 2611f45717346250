import { type RawBuilder, sql } from 'kysely';
import { batchesByWeight } from '../../domain/batches';
import { database } from './database';
import { useIndex } from './hints';
import { packedRow } from './packedRow';
import type { Row } from './rowValues';
import type { SelectQuery } from './selectAll';

/** Bytes of an answer. TiDB takes up to 4.2 times as much memory for it: 8.4 MiB. */
const PAGE_BYTES = 2_000_000;
/** How much is read without weighing each row: a page. A test sets less, so that a small site is read in batches. */
export const AT_ONCE = { bytes: PAGE_BYTES };
/** Bytes of a row beside its long texts, rounded up. */
const ROW_BYTES = 600;

type Query = Omit<SelectQuery, 'textBytes' | 'most'> & {
  /** the columns that may be long */
  texts: readonly string[];
  /** bytes of a row beside them */
  rowBytes?: number;
  /** one table alone by which rows are weighed, where `from` joins several: at least what is selected of each first key */
  weighed?: { from: RawBuilder<unknown>; where: RawBuilder<unknown>; texts: readonly RawBuilder<unknown>[] };
};

/**
 * Every row of a query with long texts, in the order of its keys, the first of which is a number. Read at once if all of
 * it is little, else in batches by bytes, so that its length matters, not the number of rows. One statement, or two and
 * one for each 2 MB; two where there is nothing.
 *
 * A statement's memory follows its batch, however much there is: lengths are added up where the rows are stored
 * (`AGG_TO_COP`), so no text leaves there to be weighed. A sum over all rows in TiDB itself holds all of their texts.
 */
export const selectAllByBytes = async (query: Query): Promise<Row[]> => {
  const found = await read(query, sql`AND (${total(query)}) <= ${sql.lit(AT_ONCE.bytes)}`);
  if (found.length > 0) return found;
  for (const batch of batchesByWeight(await weights(query), ({ bytes }) => bytes, PAGE_BYTES)) {
    const [first, last] = [batch[0], batch.at(-1)];
    if (first === undefined || last === undefined) continue;
    const key = firstKey(query);
    found.push(...(await read(query, sql`AND ${key} >= ${first.key} AND ${key} <= ${last.key}`)));
  }
  return found;
};

const read = async (
  { columns, from, where, keys, index, whole = [] }: Query,
  further: RawBuilder<unknown>,
): Promise<Row[]> => {
  const { selected, readRow } = packedRow(columns, whole);
  const { rows } = await sql<Row>`
    SELECT ${index ? useIndex(index) : sql``} ${selected} FROM ${from} WHERE ${where} ${further}
    ORDER BY ${sql.join(keys.map((name) => columns[name]))}`.execute(database);
  return rows.map(readRow);
};

/** SELECT of the bytes of all rows together. */
const total = (query: Query): RawBuilder<unknown> => {
  const { from, where } = query.weighed ?? query;
  return sql`SELECT ${hintOfSum(query.index)} COALESCE(SUM(${weight(query)}), 0) FROM ${from} WHERE ${where}`;
};

/** The bytes of the rows with each first key. Added to 0, the key is not known to be unique, so sums stay where rows are. */
const weights = async (query: Query): Promise<{ key: number; bytes: number }[]> => {
  const { from, where } = query.weighed ?? query;
  const key = sql`${firstKey(query)} + 0`;
  const { rows } = await sql<Row>`
    SELECT ${hintOfSum(query.index)} ${key} AS k, SUM(${weight(query)}) AS b FROM ${from} WHERE ${where} GROUP BY ${key}`.execute(
    database,
  );
  return rows.map((row) => ({ key: Number(row.k), bytes: Number(row.b) })).sort((a, b) => a.key - b.key);
};

const weight = ({ columns, texts, weighed, rowBytes = ROW_BYTES }: Query): RawBuilder<unknown> => {
  const long = weighed?.texts ?? texts.map((name) => columns[name]);
  return sql.join([sql.lit(rowBytes), ...long.map((text) => sql`COALESCE(LENGTH(${text}), 0)`)], sql` + `);
};

const firstKey = ({ columns, keys: [first = ''] }: Query): RawBuilder<unknown> => sql`${columns[first]}`;

const ADDED_UP_WHERE_STORED = 'AGG_TO_COP()';

const hintOfSum = (index: Query['index']): RawBuilder<unknown> =>
  index ? useIndex(index, ADDED_UP_WHERE_STORED) : sql.raw(`/*+ ${ADDED_UP_WHERE_STORED} */`);
