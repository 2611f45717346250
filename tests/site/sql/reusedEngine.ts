import { migrate } from '../../../src/store/migrations';
import { runWithSql } from '../forge/runWithSql';
import type { SqlEngine } from './sqlEngine';

/** A database whose schema is up to date, and which can be emptied: far cheaper than another one. */
export type ReusedEngine = SqlEngine & { empty(): Promise<void> };

/** Brings the schema of a new database up to date, once. Closing what is made of it closes it. */
export const reusedEngine = async (engine: SqlEngine): Promise<ReusedEngine> => {
  await runWithSql(engine, migrate);
  return { ...engine, empty: engine.name === 'embedded' ? await rollingBack(engine) : deleting(engine) };
};

/** SQLite takes changes of the schema into a transaction, so all that comes is one that never ends. */
const rollingBack = async (engine: SqlEngine): Promise<ReusedEngine['empty']> => {
  await engine.execute('SAVEPOINT migrated', []);
  return async () => {
    await engine.execute('ROLLBACK TO migrated', []);
  };
};

/** MariaDB would end it at the first CREATE TABLE IF NOT EXISTS. */
const deleting = (engine: SqlEngine) => async (): Promise<void> => {
  const { rows } = await engine.execute(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> '__migrations'`,
    [],
  );
  for (const { name } of rows as { name: string }[]) await engine.execute(`DELETE FROM \`${name}\``, []);
};
