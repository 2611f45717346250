import { migrate } from '../../../../src/store/sql/migrations';
import { runWithSql } from '../forge/runWithSql';
import { embeddedEngine } from './embedded';
import type { SqlEngine } from './sqlEngine';

/**
 * A database with the app's tables, as if the app had been installed before: a site takes 25 changes of the schema a minute. An empty
 * one in memory by default.
 */
export const migrated = async (engine: SqlEngine = embeddedEngine()): Promise<SqlEngine> => {
  await runWithSql(engine, migrate);
  return engine;
};
