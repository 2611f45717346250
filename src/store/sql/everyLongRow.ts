import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { database } from './database';
import type { ManyRows, Row } from './everyRow';

/** What an answer may weigh, well inside the 4 MiB that Forge SQL sends. */
const PAGE_BYTES = 3_000_000;
/** What a row weighs beside its long texts, generously. */
const ROW_BYTES = 600;

/**
 * Every row of a query whose rows hold long texts, in the order of its keys: one statement, and another for each further page.
 * A page ends where the texts add up to what an answer may weigh, so it matters how long they are, not how many. `texts` are the
 * columns that may be long, `rowBytes` what a row weighs beside them.
 */
export const everyLongRow = async ({
  columns,
  from,
  where,
  keys,
  texts,
  rowBytes = ROW_BYTES,
}: ManyRows & { texts: readonly string[]; rowBytes?: number }): Promise<Row[]> => {
  const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} AS ${sql.ref(name)}`));
  const key = sql.join(keys.map((name) => columns[name]));
  const names = sql.join(keys.map((name) => sql.ref(name)));
  const weight = sql.join(
    [sql.lit(rowBytes), ...texts.map((name): RawBuilder<unknown> => sql`COALESCE(LENGTH(${columns[name]}), 0)`)],
    sql` + `,
  );
  const found: Row[] = [];
  let further = sql``;
  for (;;) {
    // `w`: the weight so far; `a`: rows that are awaited.
    const { rows } = await sql<Row>`
      SELECT * FROM (
        SELECT ${selected}, SUM(${weight}) OVER (ORDER BY ${key}) AS w, COUNT(*) OVER () AS a
        FROM ${from} WHERE ${where} ${further}
      ) page
      WHERE w <= ${sql.lit(PAGE_BYTES)} ORDER BY ${names}`.execute(database);
    found.push(...rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length >= Number(last.a)) return found;
    further = sql`AND (${key}) > (${sql.join(keys.map((name) => Number(last[name])))})`;
  }
};
