import { type RawBuilder, sql } from 'kysely';
import { database } from './database';
import type { Row } from './rowValues';

/** A page of rows: those read, and how many more there are. */
export type Page<T> = { rows: T[]; left: number };

/**
 * The first rows of a query with long texts: at most `most`, and no more than their texts fit into `bytes` as they are
 * sent, but at least one. Escaped as JSON a text at most doubles. One statement.
 * @param keys columns that identify a row; `order`: of the rows, ascending unless `desc`
 */
export const firstByBytes = async ({
  columns,
  from,
  where,
  keys,
  order,
  desc = false,
  texts,
  most,
  bytes,
}: {
  columns: Record<string, RawBuilder<unknown>>;
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  keys: readonly string[];
  order: readonly string[];
  desc?: boolean;
  texts: readonly string[];
  most: number;
  bytes: number;
}): Promise<Page<Row>> => {
  const way = desc ? sql`DESC` : sql`ASC`;
  const orderBy = (nameOf: (name: string) => RawBuilder<unknown>) =>
    sql.join(order.map((name) => sql`${nameOf(name)} ${way}`));
  const column = (name: string): RawBuilder<unknown> => columns[name] ?? sql.ref(name);
  const named = Object.entries(columns).map(([name, selected]) => sql`${selected} AS ${sql.ref(name)}`);
  const picked = [...new Set([...keys, ...order])].map((name) => sql`${column(name)} AS ${sql.ref(`p_${name}`)}`);
  const weight = sql.join(
    texts.map((name) => sql`2 * COALESCE(LENGTH(${column(name)}), 0)`),
    sql` + `,
  );
  const isOfPage = sql.join(
    keys.map((name) => sql`${column(name)} = ${sql.ref(`page.p_${name}`)}`),
    sql` AND `,
  );
  // Only the lengths of the rows that may be read are summed: no text is held but those of the page.
  const { rows } = await sql<Row>`
    SELECT ${sql.join(named)}, page.found AS found FROM ${from} JOIN (
      SELECT first.*, SUM(first.weight) OVER (ORDER BY ${orderBy((name) => sql.ref(`first.p_${name}`))} ROWS UNBOUNDED PRECEDING) AS bytes,
        ROW_NUMBER() OVER (ORDER BY ${orderBy((name) => sql.ref(`first.p_${name}`))}) AS nth,
        (SELECT COUNT(*) FROM ${from} WHERE ${where}) AS found
      FROM (SELECT ${sql.join(picked)}, ${weight} AS weight FROM ${from} WHERE ${where}
        ORDER BY ${orderBy(column)} LIMIT ${sql.lit(most)}) first
    ) page ON ${isOfPage}
    WHERE ${where} AND (page.bytes <= ${sql.lit(bytes)} OR page.nth = 1)
    ORDER BY page.nth`.execute(database);
  return { rows, left: rows.length === 0 ? 0 : Number(rows[0]?.found) - rows.length };
};
