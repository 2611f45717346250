import { migrate } from '../../../../src/store/sql/migrations';
import { runWithSql } from '../forge/runWithSql';
import { savedEngine } from './savedEngine';
import type { SqlEngine } from './sqlEngine';

/**
 * A database with the app's tables, as if the app had been installed before, because a site allows 25 changes of the
 * schema a minute. By default a new one in memory.
 */
export const migrated = async (engine?: SqlEngine): Promise<SqlEngine> => {
  if (engine === undefined) return savedEngine('tables', migrated);
  await runWithSql(engine, migrate);
  return engine;
};
