import { sql } from '@forge/sql';
import { migrate } from '../../src/store/migrations';
import { runWithSql } from '../site/forge/runWithSql';
import { embeddedEngine, findMariadbd, mariadbEngine, type SqlEngine } from '../site/sql/engine';

const ENGINES: { name: string; start: () => Promise<SqlEngine> }[] = [
  { name: 'the embedded engine', start: () => Promise.resolve(embeddedEngine()) },
  ...(findMariadbd() === null ? [] : [{ name: 'MariaDB', start: mariadbEngine }]),
];

const TABLES = [
  'setting',
  'account',
  'objective',
  'project',
  'work_item',
  'rollup',
  'dirty_issue',
  'lease',
  'sync_run',
  'sync_project',
  'rate_hour',
  'project_sweep',
  'visitor_answer',
  'removed_issue',
  'drift_check',
  'failure',
  'key_result',
  'check_in',
  'strategy_event',
  'retitle',
  'candidate',
  'work_function',
  'rollup_week',
  'overall',
  'objective_snapshot',
  'project_snapshot',
];

/** MariaDB starts in a second, and on a busy machine in many. */
const STARTED_MS = 60_000;

type InDatabase = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs the same tests on every engine that is at hand. `inDatabase` runs work in a migrated database whose tables are empty. */
export const onEachEngine = (tests: (inDatabase: InDatabase, engine: SqlEngine['name']) => void): void => {
  if (findMariadbd() === null)
    console.warn('MariaDB is not installed here: the database suites run on the embedded engine only.');
  describe.each(ENGINES)('on $name', ({ name, start }) => {
    let engine: SqlEngine;

    beforeAll(async () => {
      engine = await start();
      await runWithSql(engine, migrate);
    }, STARTED_MS);

    afterAll(() => engine.close());

    const inDatabase: InDatabase = (work) =>
      runWithSql(engine, async () => {
        for (const table of TABLES) await sql.executeRaw(`DELETE FROM \`${table}\``);
        return work();
      });
    tests(inDatabase, name === 'MariaDB' ? 'mariadb' : 'embedded');
  });
};
