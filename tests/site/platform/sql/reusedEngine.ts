import { migrate } from '../../../../src/store/sql/migrations';
import { runWithSql } from '../forge/runWithSql';
import type { SqlEngine } from './sqlEngine';

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
  return { ...engine, restore: engine.name === 'embedded' ? await rollingBack(engine) : await copyingBack(engine) };
};

/** SQLite allows changes of the schema in a transaction, so everything happens in one that never ends. */
const rollingBack = async (engine: SqlEngine): Promise<ReusedEngine['restore']> => {
  await engine.execute('SAVEPOINT filled', []);
  return async () => {
    await engine.execute('ROLLBACK TO filled', []);
  };
};

/** MariaDB and TiDB would end a transaction at the first CREATE TABLE IF NOT EXISTS, so copies of the tables are kept beside them. */
const copyingBack = async (engine: SqlEngine): Promise<ReusedEngine['restore']> => {
  const { rows } = await engine.execute(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    [],
  );
  const tables = (rows as { name: string }[]).map(({ name }) => ({ name: `\`${name}\``, copy: `\`filled_${name}\`` }));
  for (const { name, copy } of tables) {
    await engine.execute(`CREATE TABLE ${copy} LIKE ${name}`, []);
    await engine.execute(`INSERT INTO ${copy} SELECT * FROM ${name}`, []);
  }
  return async () => {
    for (const { name, copy } of tables) {
      await engine.execute(`DELETE FROM ${name}`, []);
      await engine.execute(`INSERT INTO ${name} SELECT * FROM ${copy}`, []);
    }
  };
};
