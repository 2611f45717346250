import { type RawBuilder, sql } from 'kysely';
import { database } from './database';
import { lookedUp } from './hints';
import type { Row } from './rowValues';

/** A page of rows: those read, and how many more there are. */
export type Page<T> = { rows: T[]; left: number };

/** The table, and its alias, that alone holds the long texts of a query. `bytes`: its column of how long they are */
type TextTable = { table: string; alias: string; texts: readonly string[]; bytes: string };

/**
 * The first rows of a query with long texts: at most `most`, and no more than their texts fit into `bytes` as they are
 * sent, but at least one. Escaped as JSON a text at most doubles. One statement.
 *
 * Its memory follows the page, however much matches: rows are found, sorted and weighed without their texts, by the
 * column in which the table holds their length. A database that adds lengths up holds every text that it adds.
 * @param columns of the rows, beside the texts; `keys` and `order` are among them
 * @param lookedUp aliases in `from` whose rows are looked up one by one, such as the people whom rows name
 * @param keys columns of the texts' table that identify a row
 * @param order of the rows, ascending unless `desc`
 */
export const firstByBytes = async ({
  columns,
  from,
  lookedUp: aliases = [],
  where,
  keys,
  order,
  desc = false,
  textsOf: { table, alias, texts, bytes: weight },
  most,
  bytes,
}: {
  columns: Record<string, RawBuilder<unknown>>;
  from: RawBuilder<unknown>;
  lookedUp?: readonly string[];
  where: RawBuilder<unknown>;
  keys: readonly string[];
  order: readonly string[];
  desc?: boolean;
  textsOf: TextTable;
  most: number;
  bytes: number;
}): Promise<Page<Row>> => {
  const hint = aliases.length === 0 ? sql`` : lookedUp(...aliases);
  const way = desc ? sql`DESC` : sql`ASC`;
  const inOrder = sql.join(order.map((name) => sql`${sql.ref(`first.${name}`)} ${way}`));
  const named = Object.entries(columns);
  const found = named.map(([name, column]) => sql`${column} AS ${sql.ref(name)}`);
  const selected = [
    ...named.map(([name]) => sql.ref(`page.${name}`)),
    ...texts.map((name) => sql.ref(`${alias}.${name}`)),
  ];
  const isOfPage = keys.map((name) => sql`${sql.ref(`${alias}.${name}`)} = ${sql.ref(`page.${name}`)}`);
  const { rows } = await sql<Row>`
    SELECT ${lookedUp(alias)} ${sql.join(selected)}, page.found AS found FROM (
      SELECT first.*, SUM(first.weight) OVER (ORDER BY ${inOrder} ROWS UNBOUNDED PRECEDING) AS bytes,
        ROW_NUMBER() OVER (ORDER BY ${inOrder}) AS nth, (SELECT ${hint} COUNT(*) FROM ${from} WHERE ${where}) AS found
      FROM (SELECT ${hint} ${sql.join(found)}, 2 * ${sql.ref(`${alias}.${weight}`)} AS weight FROM ${from} WHERE ${where}
        ORDER BY ${sql.join(order.map((name) => sql`${columns[name]} ${way}`))} LIMIT ${sql.lit(most)}) first
    ) page JOIN ${sql.table(table)} ${sql.ref(alias)} ON ${sql.join(isOfPage, sql` AND `)}
    WHERE page.bytes <= ${sql.lit(bytes)} OR page.nth = 1
    ORDER BY page.nth`.execute(database);
  return { rows, left: rows.length === 0 ? 0 : Number(rows[0]?.found) - rows.length };
};
