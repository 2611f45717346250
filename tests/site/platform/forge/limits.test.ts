import { join } from 'node:path';
import { sql } from '@forge/sql';
import { SiteClock } from '../../clock';
import { createSite } from '../../site';
import { Lately } from './lately';

const START = Date.UTC(2026, 2, 1, 9);
const fixture = { folder: join(__dirname, '../fixture'), openapi: false } as const;

test('what happened a minute ago no longer counts', () => {
  const clock = new SiteClock(START);
  const lately = new Lately(clock);
  expect([lately.note(3, 5), lately.note(3, 5), lately.note(2, 5)]).toEqual([true, false, true]);
  clock.advance(59_999);
  expect(lately.note(1, 5)).toBe(false);
  clock.advance(1);
  expect(lately.note(5, 5)).toBe(true);
});

test('an installation calls its functions 7,000 times a minute and no more', async () => {
  const site = await createSite({ ...fixture, clock: new SiteClock(START) });
  site.jira.addUser({ accountId: 'ada', displayName: 'Ada' });
  const who = () => site.invoke('who', {}, { accountId: 'ada', moduleKey: 'panel', extension: {} });
  for (let called = 0; called < 7_000; called += 1) await who();
  expect(site.statements.invocations).toBe(7_000);
  await expect(who()).rejects.toThrow('more than 7,000 calls of functions in a minute');
  site.clock.advance(60_000);
  await who();
  await site.close();
});

test('an installation sends 25 requests a minute to change the schema, whatever they hold, and no more', async () => {
  const site = await createSite({ ...fixture, clock: new SiteClock(START) });
  const change = (statement: string) => site.runInApp(() => sql.executeDDL(statement));
  await change('CREATE TABLE t (a INT)');
  for (let sent = 1; sent < 24; sent += 1) await change('SELECT a FROM t');
  await expect(change('SELECT b FROM t')).rejects.toThrow('no such column');
  // The SDK makes no more of a bare 429.
  await expect(change('SELECT a FROM t')).rejects.toMatchObject({
    code: 'UNKNOWN_ERROR',
    responseDetails: { status: 429 },
  });
  await site.runInApp(() => sql.executeRaw('SELECT a FROM t'));
  site.clock.advance(60_000);
  await change('SELECT a FROM t');
  expect(site.statements.schemaChanges).toBe(27);
  await site.close();
});
