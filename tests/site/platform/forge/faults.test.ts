import { join } from 'node:path';
import { sql } from '@forge/sql';
import { setTimeout as sleep } from 'node:timers/promises';
import { SiteClock } from '../../clock';
import { createSite, type Site } from '../../site';
import type { StatementFault } from './faults';

const START = Date.UTC(2026, 2, 1, 9);
let site: Site;

beforeEach(async () => {
  site = await createSite({ folder: join(__dirname, '../fixture'), clock: new SiteClock(START), openapi: false });
  site.jira.addUser({ accountId: 'ada', displayName: 'Ada' });
  await site.runInApp(() => sql.executeDDL('CREATE TABLE t (a INT)'));
});

afterEach(() => site.close());

const ADA = { accountId: 'ada', moduleKey: 'panel', extension: {} };
const rows = async () => (await site.runInApp(() => sql.executeRaw('SELECT a FROM t ORDER BY a'))).rows;

/** Writes 1 and, whatever comes of that, 2 and 3. */
const write = async (): Promise<void> => {
  const insert = (value: number) => sql.executeRaw(`INSERT INTO t VALUES (${value})`);
  await insert(1).catch(() => undefined);
  await insert(2).catch(() => undefined);
  await insert(3);
};

const MADE: [StatementFault, number[]][] = [
  [{ when: 'before', what: 'functionEnds' }, [1]],
  [{ when: 'after', what: 'functionEnds' }, [1, 2]],
  [{ when: 'before', what: 'statementFails' }, [1, 3]],
  [{ when: 'after', what: 'statementFails' }, [1, 2, 3]],
];

test.each(MADE)('a fault at the second statement, %j, leaves %j', async (fault, left) => {
  site.faults.atStatement(2, fault);
  const done = site.runInApp(write).then(
    () => 'answered',
    (error: Error) => error.name,
  );
  expect(await done).toBe(fault.what === 'functionEnds' ? 'FunctionEnded' : 'answered');
  expect(site.faults.statements).toBe(fault.what === 'functionEnds' ? 2 : 3);
  site.faults.end();
  expect(await rows()).toEqual(left.map((a) => ({ a })));
});

test('where Jira does not answer, the function is ended when its time is up', async () => {
  site.faults.answer = () => 'timeOut';
  await expect(site.invoke('who', {}, ADA)).rejects.toThrow('within the 25 s');
  expect(site.clock.now()).toBe(START + 25_000);
  site.faults.end();
  await site.invoke('who', {}, ADA);
});

test('what a function waits passes at once on a clock that stands still', async () => {
  const said = await site.runInApp(() => sleep(3_600_000, 'waited'));
  expect([said, site.clock.now() - START]).toEqual(['waited', 3_600_000]);
});
