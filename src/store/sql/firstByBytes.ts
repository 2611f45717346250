import { type RawBuilder, sql } from 'kysely';
import { database } from './database';
import { type Row, textIn } from './rowValues';
import { addedUpWhereStored, AT_ONCE } from './selectAllByBytes';

/** A page of rows: those read, and how many more there are. */
export type Page<T> = { rows: T[]; left: number };

type Query = {
  columns: Record<string, RawBuilder<unknown>>;
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  /** columns that identify a row, all of them numbers, the last a whole one */
  keys: readonly string[];
  /** columns of the order of the rows, ascending unless `desc` */
  order: readonly string[];
  desc?: boolean;
  /** the columns that may be long */
  texts: readonly string[];
  /** the table in `from` that alone holds keys and texts, with its alias */
  table: RawBuilder<unknown>;
  most: number;
  bytes: number;
};

/** Rows whose texts are asked for at once: at first, then of what is short twice as many each time. */
const [FIRST_ROWS, MOST_ROWS] = [100, 400];

/**
 * The first rows of a query with long texts: at most `most`, and no more than their texts fit into `bytes` as they are sent, but at least
 * one. Escaped as JSON a text at most doubles. One statement if there is nothing, two for a hundred rows that fit, two more if they do not.
 *
 * Joining and sorting go without the texts. Those are read by key from their table alone, where they are weighed first: their lengths are
 * added up where the rows are stored, so a statement holds no text but those of the page, whatever else matches. What is weighed has a
 * bound too: 100 rows, or twice as many as just fitted.
 */
export const firstByBytes = async (query: Query): Promise<Page<Row>> => {
  const found = await withoutTexts(query);
  const rows: Row[] = [];
  let room = query.bytes;
  for (let size = FIRST_ROWS; rows.length < found.rows.length; size = Math.min(2 * size, MOST_ROWS)) {
    const some = found.rows.slice(rows.length, rows.length + size);
    const read = await withTexts(query, some, sql`AND (${total(query, some)}) <= ${Math.min(room, AT_ONCE.bytes)}`);
    if (read.length < some.length) {
      rows.push(...(await withTexts(query, await fitting(query, some, room, rows.length === 0), sql``)));
      break;
    }
    rows.push(...read);
    room -= read.reduce((sum, row) => sum + bytesOf(query, row), 0);
  }
  return { rows, left: found.count - rows.length };
};

/** The first rows without their texts, and how many there are in all. */
const withoutTexts = async (query: Query): Promise<{ rows: Row[]; count: number }> => {
  const { columns, from, where, order, desc = false, texts, most } = query;
  const named = Object.entries(columns).filter(([name]) => !texts.includes(name));
  const selected = sql.join(named.map(([name, column]) => sql`${column} AS ${sql.ref(name)}`));
  const way = desc ? sql`DESC` : sql`ASC`;
  const { rows } = await sql<Row>`
    SELECT ${selected}, (SELECT COUNT(*) FROM ${from} WHERE ${where}) AS found FROM ${from} WHERE ${where}
    ORDER BY ${sql.join(order.map((name) => sql`${columns[name]} ${way}`))} LIMIT ${sql.lit(most)}`.execute(database);
  return { rows, count: Number(rows[0]?.found ?? 0) };
};

/** Some rows with their texts, in their order, under a further condition; what is gone meanwhile is left out. */
const withTexts = async (query: Query, some: readonly Row[], further: RawBuilder<unknown>): Promise<Row[]> => {
  if (some.length === 0) return [];
  const selected = sql.join(
    [...query.keys, ...query.texts].map((name) => sql`${query.columns[name]} AS ${sql.ref(name)}`),
  );
  const { rows } = await sql<Row>`
    SELECT ${selected} FROM ${query.table} WHERE ${areThese(query, some)} ${further}`.execute(database);
  const read = new Map(rows.map((row) => [keyOf(query, row), row]));
  return some.flatMap((row) => {
    const texts = read.get(keyOf(query, row));
    return texts === undefined ? [] : [{ ...row, ...texts }];
  });
};

/** The first of some rows whose texts fit; one at the least if a page begins with them. */
const fitting = async (query: Query, some: readonly Row[], room: number, isFirst: boolean): Promise<Row[]> => {
  // Added to 0, keys are not known to be unique, so sums stay where rows are.
  const keys = query.keys.map((name) => ({ name, key: sql`${query.columns[name]} + 0` }));
  const { rows } = await sql<Row>`
    SELECT ${addedUpWhereStored()} ${sql.join(keys.map(({ name, key }) => sql`${key} AS ${sql.ref(name)}`))}, SUM(${weight(query)}) AS weight
    FROM ${query.table} WHERE ${areThese(query, some)} GROUP BY ${sql.join(keys.map(({ key }) => key))}`.execute(
    database,
  );
  const weights = new Map(rows.map((row) => [keyOf(query, row), Number(row.weight)]));
  let left = room;
  const first = some.findIndex((row) => (left -= weights.get(keyOf(query, row)) ?? 0) < 0);
  return some.slice(0, Math.max(first === -1 ? some.length : first, isFirst ? 1 : 0));
};

/** SELECT of what the texts of some rows weigh together. */
const total = (query: Query, some: readonly Row[]): RawBuilder<unknown> =>
  sql`SELECT ${addedUpWhereStored()} COALESCE(SUM(${weight(query)}), 0) FROM ${query.table} WHERE ${areThese(query, some)}`;

const weight = ({ columns, texts }: Query): RawBuilder<unknown> =>
  sql.join(
    texts.map((name) => sql`2 * COALESCE(LENGTH(${columns[name]}), 0)`),
    sql` + `,
  );

/** What the texts of a row weigh, as `weight` has it. */
const bytesOf = ({ texts }: Query, row: Row): number =>
  texts.reduce((sum, name) => sum + 2 * Buffer.byteLength(textIn(row[name]) ?? ''), 0);

/**
 * SQL condition: a row is one of some. The last key is a range of one: TiDB would fetch rows of single keys whole, to add their lengths up
 * itself.
 */
const areThese = ({ columns, keys }: Query, some: readonly Row[]): RawBuilder<unknown> => {
  const last = keys.at(-1);
  const isThis = (row: Row): RawBuilder<unknown>[] =>
    keys.map((name) => {
      const [column, value] = [columns[name], Number(row[name])];
      return name === last ? sql`${column} >= ${value} AND ${column} < ${value + 1}` : sql`${column} = ${value}`;
    });
  return sql`(${sql.join(
    some.map((row) => sql`(${sql.join(isThis(row), sql` AND `)})`),
    sql` OR `,
  )})`;
};

const keyOf = ({ keys }: Query, row: Row): string => keys.map((name) => Number(row[name])).join(' ');
