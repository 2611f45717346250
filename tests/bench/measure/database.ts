import type { SqlEngine } from '../../site/sql/engine';

const rowsOf = async (engine: SqlEngine, query: string): Promise<Record<string, unknown>[]> => {
  const { rows } = await engine.execute(query, []);
  return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
};

/** How many rows the database has read so far, those of temporary tables left out; `null` where it does not tell. */
export async function rowsRead(engine: SqlEngine): Promise<number | null> {
  if (engine.name !== 'mariadb') return null;
  const [row] = await rowsOf(engine, "SHOW SESSION STATUS LIKE 'Rows_read'");
  return Number(row?.Value);
}

/** Lets the database look at its tables, as Forge's does by itself, so that it plans by what they hold and knows their size. */
export async function analyze(engine: SqlEngine): Promise<void> {
  if (engine.name === 'embedded') return void (await engine.execute('ANALYZE', []));
  const tables = await rowsOf(
    engine,
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  for (const { name } of tables) await engine.execute(`ANALYZE TABLE ${String(name)}`, []);
}

/** Bytes of the whole database, its indexes included. */
export async function databaseBytes(engine: SqlEngine): Promise<number> {
  const [row] = await rowsOf(
    engine,
    engine.name === 'embedded'
      ? 'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()'
      : 'SELECT SUM(data_length + index_length) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  return Number(row?.bytes);
}

/** Bytes by table, the largest first; none where the database does not tell. */
export async function tableBytes(engine: SqlEngine): Promise<Record<string, number>> {
  if (engine.name !== 'mariadb') return {};
  const rows = await rowsOf(
    engine,
    'SELECT table_name AS name, data_length + index_length AS bytes FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY bytes DESC',
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [String(name), Number(bytes)]));
}
