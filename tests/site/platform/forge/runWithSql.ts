import { SiteClock, type Clock } from '../../clock';
import type { SqlEngine } from '../sql/sqlEngine';
import { readManifest } from './manifest';
import { forgeRuntime } from './runtime';
import { type PlatformFetch, runInvocation } from './seam';
import { answerSql } from './sqlEndpoint';
import { StatementLog } from './statementLog';

/** Runs code that uses only `@forge/sql`, against an engine. Any other request to Forge is an error. */
export function runWithSql<T>(
  engine: SqlEngine,
  work: () => Promise<T>,
  { clock = new SiteClock(), log = new StatementLog() }: { clock?: Clock; log?: StatementLog } = {},
): Promise<T> {
  const fetch: PlatformFetch = ({ type }, path, init) => {
    if (type !== 'sql' || typeof init?.body !== 'string') throw new Error(`There is only SQL here, and no ${path}.`);
    return answerSql(engine, log, path, init.body, Date.now);
  };
  const runtime = forgeRuntime(readManifest(process.cwd()), 'runWithSql', Infinity);
  return runInvocation({ runtime, fetch, clock }, work);
}
