import { sql } from '@forge/sql';
import { migrate } from '../../src/store/sql/migrations';
import { runWithSql } from '../site/platform/forge/runWithSql';
import { type EngineName, enginesAtHand, missingEngines } from '../site/platform/sql/engine';
import type { SqlEngine } from '../site/platform/sql/engine';

const TABLES = [
  'setting',
  'account',
  'objective',
  'project',
  'work_item',
  'block',
  'dirty_issue',
  'lease',
  'sync_run',
  'sync_project',
  'rate_hour',
  'project_sweep',
  'visitor_answer',
  'visitor_spending',
  'removed_issue',
  'drift_check',
  'failure',
  'audit_line',
  'key_result',
  'check_in',
  'measurement',
  'strategy_event',
  'title_update',
  'proposal',
  'work_function',
  'objective_snapshot',
  'project_snapshot',
];

/** A database server starts in a second or two, and on a busy machine in many. */
const STARTED_MS = 120_000;

type InDatabase = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs the same tests on every engine that is at hand. `inDatabase` runs work in a migrated database whose tables are empty. */
export const onEachEngine = (tests: (inDatabase: InDatabase, engine: EngineName) => void): void => {
  for (const missing of missingEngines()) console.warn(`${missing} The database suites run on the other engines.`);
  describe.each(enginesAtHand())('on $title', ({ name, open }) => {
    let engine: SqlEngine;

    beforeAll(async () => {
      engine = await open();
      await runWithSql(engine, migrate);
    }, STARTED_MS);

    afterAll(() => engine.close());

    const inDatabase: InDatabase = (work) =>
      runWithSql(engine, async () => {
        for (const table of TABLES) await sql.executeRaw(`DELETE FROM \`${table}\``);
        return work();
      });
    tests(inDatabase, name);
  });
};
