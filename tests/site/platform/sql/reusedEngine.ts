import { migrate } from '../../../../src/store/sql/migrations';
import { runWithSql } from '../forge/runWithSql';
import type { SqlEngine } from './sqlEngine';

/** A database that can be put back to what it held at first: far cheaper than another one. */
export type ReusedEngine = SqlEngine & { restore(): Promise<void> };

/**
 * Brings the schema of a new database up to date, once, and fills it: by default with nothing. Closing what is made of it closes it.
 * @param fill is given an engine that it must not close
 */
export const reusedEngine = async (
  engine: SqlEngine,
  fill: (engine: SqlEngine) => Promise<void> = () => Promise.resolve(),
): Promise<ReusedEngine> => {
  await runWithSql(engine, migrate);
  await fill(engine);
  return { ...engine, restore: engine.name === 'embedded' ? await rollingBack(engine) : fillingAgain(engine, fill) };
};

/** SQLite takes changes of the schema into a transaction, so all that comes is one that never ends. */
const rollingBack = async (engine: SqlEngine): Promise<ReusedEngine['restore']> => {
  await engine.execute('SAVEPOINT filled', []);
  return async () => {
    await engine.execute('ROLLBACK TO filled', []);
  };
};

/** MariaDB would end it at the first CREATE TABLE IF NOT EXISTS. */
const fillingAgain = (engine: SqlEngine, fill: (engine: SqlEngine) => Promise<void>) => async (): Promise<void> => {
  const { rows } = await engine.execute(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 'migration'`,
    [],
  );
  for (const { name } of rows as { name: string }[]) await engine.execute(`DELETE FROM \`${name}\``, []);
  await fill(engine);
};
