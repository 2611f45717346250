import { ForgeSQLAPIError, migrationRunner, sql } from '@forge/sql';
import { type SqlEngine, embeddedEngine } from '../sql/engine';
import { runWithSql } from './runWithSql';
import { StatementLog } from './statementLog';

describe('Forge SQL', () => {
  let engine: SqlEngine;
  beforeEach(() => {
    engine = embeddedEngine();
  });
  afterEach(() => engine.close());

  const failure = (work: () => Promise<unknown>): Promise<unknown> =>
    runWithSql(engine, () => work().catch((error: unknown) => error));

  it('runs the migrations of the SDK once', async () => {
    const migrate = () => migrationRunner.enqueue('one', 'CREATE TABLE t (a INT PRIMARY KEY)').run();
    expect(await runWithSql(engine, migrate)).toEqual(['one']);
    expect(await runWithSql(engine, migrate)).toEqual([]);
  });

  it('fails with the error of the SDK, which names MySQL’s reason', async () => {
    const error = await failure(() => sql.prepare('SELECT * FROM nowhere').execute());
    expect(error).toBeInstanceOf(ForgeSQLAPIError);
    expect(error).toMatchObject({
      code: 'SQL_EXECUTION_ERROR',
      context: { debug: { code: 'ER_NO_SUCH_TABLE', errno: 1146 } },
    });
    expect(await failure(() => sql.prepare('SET @a = 1').execute())).toMatchObject({ code: 'INVALID_SQL_QUERY' });
  });

  it('refuses a SELECT of more than 5 s and a write of more than 10 s, and counts writes', async () => {
    let seconds = 0;
    const slow: SqlEngine = {
      ...engine,
      execute: async (query, params) => {
        const before = performance.now();
        const answer = await engine.execute(query, params);
        jest.spyOn(performance, 'now').mockReturnValueOnce(before + 1000 * seconds);
        return answer;
      },
    };
    const log = new StatementLog();
    const take = async (statement: string, took: number): Promise<unknown> => {
      seconds = took;
      const work = () =>
        sql
          .executeRaw(statement)
          .then(() => 'done')
          .catch((error: Error) => error.message);
      return runWithSql(slow, work, { log });
    };
    await runWithSql(engine, () => sql.executeDDL('CREATE TABLE t (a INT)'));
    expect(await take('SELECT a FROM t', 4.9)).toBe('done');
    expect(await take('SELECT a FROM t', 5.1)).toContain('longer than 5 s');
    expect(await take('INSERT INTO t VALUES (1)', 9.9)).toBe('done');
    expect(await take('INSERT INTO t VALUES (1)', 10.1)).toContain('longer than 10 s');
    expect([log.sql, log.writes]).toEqual([4, 2]);
  });

  it('takes 1 MiB and answers 4 MiB', async () => {
    const long = 'x'.repeat(1024 * 1024);
    const large = () => sql.prepare('SELECT ?').bindParams(long).execute();
    expect(await failure(large)).toMatchObject({ message: expect.stringContaining('1 MiB') as string });
    const half = 'x'.repeat(500_000);
    const many = Array.from({ length: 9 }, () => 'SELECT x FROM y').join(' UNION ALL ');
    const wide = () => sql.prepare(`WITH y AS (SELECT ? AS x) ${many}`).bindParams(half).execute();
    expect(await failure(wide)).toMatchObject({ message: expect.stringContaining('4 MiB') as string });
  });
});
