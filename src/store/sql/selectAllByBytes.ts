import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { database } from './database';
import { packedRow, useIndex } from './packedRow';
import type { Row } from './rowValues';
import type { SelectQuery } from './selectAll';

/** Bytes of an answer, well within Forge SQL's 4 MiB. */
const PAGE_BYTES = 3_000_000;
/** Bytes of a row beside its long texts, rounded up. */
const ROW_BYTES = 600;

/**
 * Every row of a query with long texts, in the order of its keys. A page ends where its texts reach the limit in bytes,
 * so their length matters, not the number of rows. One statement for each page.
 *
 * `texts`: the columns that may be long; `rowBytes`: bytes of a row beside them
 */
export const selectAllByBytes = async ({
  columns,
  from,
  where,
  keys,
  texts,
  rowBytes = ROW_BYTES,
  index,
  whole = [],
}: Omit<SelectQuery, 'textBytes'> & { texts: readonly string[]; rowBytes?: number }): Promise<Row[]> => {
  const { selected, readRow } = packedRow(columns, whole);
  const hint = index ? useIndex(index) : sql``;
  const key = sql.join(keys.map((name) => columns[name]));
  const keysAs = sql.join(keys.map((name) => sql`${columns[name]} AS ${sql.ref(`key_${name}`)}`));
  const isOfPage = sql.join(
    keys.map((name) => sql`${columns[name]} = ${sql.ref(`page.key_${name}`)}`),
    sql` AND `,
  );
  const weight = sql.join(
    [sql.lit(rowBytes), ...texts.map((name): RawBuilder<unknown> => sql`COALESCE(LENGTH(${columns[name]}), 0)`)],
    sql` + `,
  );
  const found: Row[] = [];
  let further = sql``;
  for (;;) {
    // `bytes`: so far; `left_over`: rows left to read. Sums run over keys and lengths: no text is held but those of the page.
    const { rows } = await sql<Row>`
      SELECT ${hint} ${selected}, page.left_over AS a FROM ${from} JOIN (
        SELECT ${hint} ${keysAs}, SUM(${weight}) OVER (ORDER BY ${key}) AS bytes, COUNT(*) OVER () AS left_over
        FROM ${from} WHERE ${where} ${further}
      ) page ON ${isOfPage}
      WHERE ${where} ${further} AND page.bytes <= ${sql.lit(PAGE_BYTES)} ORDER BY ${key}`.execute(database);
    for (const row of rows) found.push(readRow(row));
    const last = found.at(-1);
    if (last === undefined || rows.length >= Number(rows[0]?.a ?? 0)) return found;
    further = sql`AND (${key}) > (${sql.join(keys.map((name) => Number(last[name])))})`;
  }
};
