import { migrate } from '../../../../src/store/sql/migrations';
import { runWithSql } from '../forge/runWithSql';
import type { SqlEngine } from './sqlEngine';
import { tableWritten } from './tableWritten';

/** A database that can be reset to its first contents, far cheaper than a new one. */
export type ReusedEngine = SqlEngine & { restore(): Promise<void> };

/**
 * Migrates a new database once, and fills it. Closing the result closes the database.
 * @param fill gets an engine that it must not close; default: leaves it empty
 */
export const reusedEngine = async (
  engine: SqlEngine,
  fill: (engine: SqlEngine) => Promise<void> = () => Promise.resolve(),
): Promise<ReusedEngine> => {
  await runWithSql(engine, migrate);
  await fill(engine);
  return engine.name === 'embedded' ? rollingBack(engine) : copyingBack(engine);
};

/** SQLite allows changes of the schema in a transaction, so everything happens in one that never ends. */
const rollingBack = async (engine: SqlEngine): Promise<ReusedEngine> => {
  await engine.execute('SAVEPOINT filled', []);
  return {
    ...engine,
    restore: async () => {
      await engine.execute('ROLLBACK TO filled', []);
    },
  };
};

/**
 * MariaDB and TiDB would end a transaction at the first CREATE TABLE IF NOT EXISTS, so copies of the tables that hold rows are kept beside
 * them. Only the tables that were written are reset: most work touches few of them.
 */
const copyingBack = async (engine: SqlEngine): Promise<ReusedEngine> => {
  const run = async (query: string) => (await engine.execute(query, [])).rows;
  const tables = (await run(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  )) as { name: string }[];
  const filled = new Set<string>();
  for (const { name } of tables) {
    const [held] = (await run(`SELECT COUNT(*) AS n FROM \`${name}\``)) as { n: number }[];
    if (Number(held?.n) === 0) continue;
    filled.add(name);
    await run(`CREATE TABLE \`filled_${name}\` LIKE \`${name}\``);
    await run(`INSERT INTO \`filled_${name}\` SELECT * FROM \`${name}\``);
  }

  const written = new Set<string>();
  return {
    ...engine,
    execute: (query, params) => {
      const table = tableWritten(query);
      if (table !== null) written.add(table);
      return engine.execute(query, params);
    },
    restore: async () => {
      for (const { name } of tables.filter((table) => written.has(table.name))) {
        await run(`DELETE FROM \`${name}\``);
        if (filled.has(name)) await run(`INSERT INTO \`${name}\` SELECT * FROM \`filled_${name}\``);
      }
      written.clear();
    },
  };
};
