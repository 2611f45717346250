import { sql } from '@forge/sql';
import { isMigrated, MIGRATIONS } from '../../../src/store/sql/migrations';
import { latestFailures } from '../../../src/store/runs/failures';
import { migrate as migrateJob } from '../../../src/sync/jobs';
import { waitingMarks } from '../../../src/store/runs/dirtyIssues';
import { latestRun } from '../../../src/store/runs/syncRuns';
import { SiteClock } from '../../site/clock';
import { createSite, type Site } from '../../site/site';
import { embeddedEngine, SqlError, type SqlEngine } from '../../site/platform/sql/engine';
import { migrated } from '../../site/platform/sql/migrated';

const START = Date.UTC(2026, 4, 18, 12);
const MINUTE_MS = 60_000;
const ANN = { accountId: 'ann', moduleKey: 'portfolio', extension: {} };

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
});

const newSite = async (engine: SqlEngine = embeddedEngine()): Promise<Site> => {
  const site = await createSite({ engine, clock: new SiteClock(START), openapi: false });
  site.jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  site.jira.addProject({ key: 'WEB', name: 'Web shop' });
  site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  return site;
};

/** A database of the version before: the app then has one migration more. */
const behind = async (): Promise<SqlEngine> => {
  const engine = await migrated();
  await engine.execute('DELETE FROM migration WHERE name = ?', [Object.keys(MIGRATIONS).at(-1)]);
  return engine;
};

const look = (site: Site) => site.invoke('myAccess', {}, ANN);
const MIGRATING = {
  ok: false,
  error: { code: 'migrating', message: expect.stringContaining('Nothing is lost') as string },
};

/** Lets seconds pass in which anything may happen. Returns the changes of the schema in each. */
const secondsPass = async (site: Site, seconds: number): Promise<number[]> => {
  const changes: number[] = [];
  for (let second = 0; second < seconds; second += 1) {
    site.statements.reset();
    await site.settle();
    changes.push(site.statements.schemaChanges);
    site.clock.advance(1000);
  }
  return changes;
};

const mostInAMinute = (changes: readonly number[]): number =>
  Math.max(...changes.map((_, at) => changes.slice(at, at + 60).reduce((sum, one) => sum + one, 0)));

test('a first installation makes the schema in some minutes with at most 20 changes in any, and then reads the site', async () => {
  const site = await newSite();
  expect(await look(site)).toMatchObject(MIGRATING);
  site.install();
  const changes = await secondsPass(site, 50);
  // Not all of it is there yet, and a page says so.
  expect(await look(site)).toMatchObject(MIGRATING);
  changes.push(...(await secondsPass(site, 130)));
  expect(mostInAMinute(changes)).toBeLessThanOrEqual(20);
  expect(changes.reduce((sum, one) => sum + one, 0)).toBe(Object.keys(MIGRATIONS).length);
  expect(await look(site)).toMatchObject({ ok: true });
  expect(await site.runInApp(latestRun)).toMatchObject({ finished: expect.any(Number) as number });
  await site.close();
});

test('the five minutes make the schema where the installation was not told, and so does the first page', async () => {
  for (const begin of [(site: Site) => site.schedule('fiveMinute'), look]) {
    const site = await newSite();
    await begin(site);
    await secondsPass(site, 150);
    expect(await look(site)).toMatchObject({ ok: true });
    await site.schedule('fiveMinute');
    await secondsPass(site, 10);
    expect(await site.runInApp(latestRun)).toMatchObject({ finished: expect.any(Number) as number });
    await site.close();
  }
});

test('a new version that no event tells of is found behind by whatever runs first, and is there in a moment', async () => {
  const site = await newSite(await behind());
  expect(await look(site)).toMatchObject(MIGRATING);
  expect(await look(site)).toMatchObject(MIGRATING);
  // Asked for once, however many look.
  expect(site.statements.pushed).toBe(1);
  await site.schedule('hour');
  await site.schedule('day');
  await site.settle();
  expect(await look(site)).toMatchObject({ ok: true });
  expect(site.statements.schemaChanges).toBe(1);
  await site.close();
});

test('a change that comes while migrations wait is not lost', async () => {
  const site = await newSite();
  site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, { kind: 'user', accountId: 'ann' });
  await site.settle();
  await site.schedule('fiveMinute');
  await secondsPass(site, 179);
  expect(await site.runInApp(isMigrated)).toBe(true);
  expect(await site.runInApp(() => waitingMarks(10))).toEqual([]);
  await secondsPass(site, 2);
  expect(await site.runInApp(() => waitingMarks(10))).toHaveLength(1);
  await site.close();
});

test('that the schema is there costs one statement in a new process, and none after', async () => {
  const site = await newSite(await migrated());
  site.statements.reset();
  await look(site);
  const first = site.statements.sql;
  site.statements.reset();
  await look(site);
  // One for the schema, the other to store Jira's answer on the visitor, which is asked once in five minutes.
  expect(first - site.statements.sql).toBe(2);
  await site.close();
});

test('of two that make the schema at once one does, and no statement is sent twice', async () => {
  const changes: string[] = [];
  const engine = await behind();
  const watched: SqlEngine = {
    ...engine,
    execute: (query, params) => {
      if (/^(CREATE|ALTER)/.test(query)) changes.push(query);
      return engine.execute(query, params);
    },
  };
  const site = await newSite(watched);
  await Promise.all([site.runInApp(migrateJob), site.runInApp(migrateJob), site.schedule('fiveMinute')]);
  expect(changes).toHaveLength(1);
  await site.close();
});

test('a migration that fails is noted where an admin sees it, tried a few times an hour, and holds up nothing when it works', async () => {
  const engine = embeddedEngine();
  let [isBroken, tries] = [true, 0];
  const site = await newSite({
    ...engine,
    execute: (query, params) => {
      if (!isBroken || !query.includes('EXISTS setting')) return engine.execute(query, params);
      tries += 1;
      return Promise.reject(new SqlError('No.', 'ER_UNKNOWN_ERROR', 1105, 'HY000'));
    },
  });
  site.install();
  for (let minutes = 0; minutes < 60; minutes += 1) {
    await look(site);
    if (minutes % 5 === 0) await site.schedule('fiveMinute').catch(() => undefined);
    await site.settle();
    site.clock.advance(MINUTE_MS);
  }
  expect(tries).toBeGreaterThan(5);
  expect(tries).toBeLessThanOrEqual(20);
  const noted = await site.runInApp(() => latestFailures(10, site.clock.now()));
  expect(noted.map(({ what, code }) => [what, code])).toContainEqual(['migrate', 'database']);
  isBroken = false;
  for (let minutes = 0; minutes < 10; minutes += 5) {
    site.clock.advance(5 * MINUTE_MS);
    await site.schedule('fiveMinute');
    await secondsPass(site, 70);
  }
  expect(await look(site)).toMatchObject({ ok: true });
  await site.close();
});

test('a version goes on while the schema is the next one’s', async () => {
  const site = await newSite(await migrated());
  await site.runInApp(async () => {
    await sql.executeDDL('ALTER TABLE dirty_issue ADD COLUMN reason VARCHAR(10)');
    await sql.prepare("INSERT INTO migration (name, applied_at) VALUES ('999_next', 1)").execute();
  });
  site.install();
  await secondsPass(site, 10);
  expect(await look(site)).toMatchObject({ ok: true });
  expect(await site.runInApp(latestRun)).toMatchObject({ finished: expect.any(Number) as number });
  site.jira.editIssue('WEB-1', { status: 'Done' }, { kind: 'user', accountId: 'ann' });
  await secondsPass(site, 10);
  expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
  await site.close();
});
