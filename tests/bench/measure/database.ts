import type { SqlEngine } from '../../site/platform/sql/engine';

const rowsOf = async (engine: SqlEngine, query: string): Promise<Record<string, unknown>[]> => {
  const { rows } = await engine.execute(query, []);
  return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
};

/** How many rows the database has read, without those of temporary tables; `null`: it does not tell. */
export async function rowsRead(engine: SqlEngine): Promise<number | null> {
  if (engine.name !== 'mariadb') return null;
  const [row] = await rowsOf(engine, "SHOW SESSION STATUS LIKE 'Rows_read'");
  return Number(row?.Value);
}

/** Forgets what visitors spent, because one of them asks for more here than one person may. */
export async function forgetSpending(engine: SqlEngine): Promise<void> {
  await engine.execute('DELETE FROM visitor_spending', []);
}

/** Analyses the tables, as Forge's database does by itself, so that plans and sizes are right. */
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

/** Bytes by table, the largest first; empty: the database does not tell. */
export async function tableBytes(engine: SqlEngine): Promise<Record<string, number>> {
  if (engine.name === 'embedded') return {};
  const rows = await rowsOf(
    engine,
    'SELECT table_name AS name, data_length + index_length AS bytes FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY bytes DESC',
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [String(name), Number(bytes)]));
}

/** The database's costs of the statements it ran. */
export type StatementCosts = {
  /** the most memory of a statement, in MiB, and that statement */
  peak: { mb: number; statement: string };
  /** the longest statement, in ms */
  slowest: { ms: number; statement: string };
};

const SHOWN_CHARACTERS = 400;

/** The costliest statements so far; `null`: the database does not tell. */
export async function statementCosts(engine: SqlEngine): Promise<StatementCosts | null> {
  if (engine.name !== 'tidb') return null;
  const rows = await rowsOf(
    engine,
    `SELECT digest_text AS statement, max_mem AS bytes, max_latency AS ns FROM information_schema.statements_summary
     WHERE schema_name = DATABASE() AND stmt_type IN ('Select', 'Insert', 'Update', 'Delete') AND digest_text NOT LIKE '%information_schema%'`,
  );
  const most = (name: string) =>
    rows.reduce((worst, row) => (Number(row[name]) > Number(worst[name]) ? row : worst), { [name]: 0 });
  const shown = ({ statement }: Record<string, unknown>) =>
    typeof statement === 'string' ? statement.slice(0, SHOWN_CHARACTERS) : '';
  const [largest, longest] = [most('bytes'), most('ns')];
  return {
    peak: { mb: Number(largest.bytes) / 1024 ** 2, statement: shown(largest) },
    slowest: { ms: Number(longest.ns) / 1e6, statement: shown(longest) },
  };
}
