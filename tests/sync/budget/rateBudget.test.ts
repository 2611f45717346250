import { findWorkItems } from '../../../src/store/work/findWorkItems';
import { saveSettings, siteSettings } from '../../../src/settings/siteSettings';
import { syncState } from '../../../src/site/syncState';
import { noteSpending, rateState, roomFor } from '../../../src/site/rateBudget';
import { waitingMarks } from '../../../src/store/runs/dirtyIssues';
import { SiteClock } from '../../site/clock';
import { createSite, type Site } from '../../site/site';
import { migrated } from '../../site/platform/sql/migrated';

const START = Date.UTC(2026, 4, 18, 12, 10);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ANN = { kind: 'user', accountId: 'ann' } as const;
/** The quota that all sites share until Atlassian has reviewed the app; a site's share is a tenth. */
const SHARED = { points: 65_000, own: false };

jest.setTimeout(120_000);
beforeEach(() => jest.spyOn(console, 'warn').mockReturnValue());

const siteWith = async (stories: number): Promise<Site> => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  site.jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  for (const key of ['WEB', 'POS']) site.jira.addProject({ key, name: key });
  for (let made = 0; made < stories; made += 1) {
    site.jira.createIssue({ project: made % 3 ? 'WEB' : 'POS', type: 'Story', summary: 'S' }, null);
  }
  return site;
};

const state = (site: Site) => site.runInApp(() => syncState());
const rate = (site: Site) => site.runInApp(() => rateState(site.clock.now()));

/** Five minutes pass, with the safety net and what it asks for. */
const fiveMinutes = async (site: Site): Promise<void> => {
  site.clock.advance(5 * MINUTE_MS);
  await site.schedule('fiveMinute');
  await site.settle();
};

const isInStep = async (site: Site): Promise<void> => {
  const ids = [...site.jira.issues.all()].map(({ id }) => Number(id));
  const held = new Map((await site.runInApp(() => findWorkItems(ids))).map((item) => [item.id, item.outcome]));
  for (const { id, status } of site.jira.issues.all()) {
    expect([id, held.get(Number(id))]).toEqual([id, status.category === 'done' ? 'done' : 'todo']);
  }
};

test('the first sync of a large site waits for the next hour’s points, says until when, and ends by itself', async () => {
  const site = await siteWith(6000);
  site.jira.rates.quota = SHARED;
  site.install();
  await site.settle();
  const spent = site.jira.rates.points;
  // Seven tenths of the share: the rest is for what follows changes.
  expect(spent).toBeGreaterThan(4400);
  expect(spent).toBeLessThanOrEqual(4650);
  expect(await rate(site)).toMatchObject({ spent, share: 6500, limitedUntil: null });
  const waiting = await state(site);
  if (waiting.state !== 'running') throw new Error(waiting.state);
  const until = Date.parse(waiting.waitingUntil ?? '');
  expect(until).toBeGreaterThanOrEqual(START + 50 * MINUTE_MS);
  expect(until).toBeLessThan(START + 53 * MINUTE_MS);
  site.clock.advance(MINUTE_MS);
  const later = await state(site);
  if (later.state !== 'running') throw new Error(later.state);
  // A quarter is left, and three quarters take an hour.
  const end = Date.parse(later.estimatedEnd ?? '');
  expect((end - until) / MINUTE_MS).toBeGreaterThan(15);
  expect((end - until) / MINUTE_MS).toBeLessThan(25);

  // Meanwhile changes are followed, and no call is spent on the sync.
  site.statements.reset();
  site.jira.editIssue('WEB-1', { status: 'Done' }, ANN);
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
  expect(site.statements.jira).toBe(1);
  for (let passed = 0; passed < 11; passed += 1) await fiveMinutes(site);
  expect(await state(site)).toMatchObject({ state: 'complete' });
  await isInStep(site);
  await site.close();
});

test('where Jira gives the site a quota of its own, the app takes the share that its admin allows', async () => {
  const site = await siteWith(10);
  site.jira.rates.quota = { points: 120_000, own: true };
  site.install();
  await site.settle();
  expect(await rate(site)).toMatchObject({ spent: site.jira.rates.points, share: 78_000 });
  await site.runInApp(async () => saveSettings({ ...(await siteSettings()), ownQuotaShare: 0.9 }));
  expect(await rate(site)).toMatchObject({ share: 108_000 });
  // A shared quota is not for one site to use up.
  site.jira.rates.quota = SHARED;
  await site.schedule('hour');
  expect(await rate(site)).toMatchObject({ share: 6500 });
  await site.close();
});

test('the first sync gives way before upkeep does, and drains go on', async () => {
  const site = await siteWith(3);
  site.jira.rates.quota = SHARED;
  site.install();
  await site.settle();
  const room = (job: 'sync' | 'upkeep' | 'events') =>
    site.runInApp(async () => (await roomFor(job, site.clock.now())).points);
  const { spent } = await rate(site);
  expect([await room('sync'), await room('upkeep')]).toEqual([4550 - spent, 5850 - spent]);
  expect(await room('events')).toBe(Infinity);
  // Other sites spend most of the shared quota: first all but drains stop, in the end those too.
  site.jira.rates.points = 65_000 * 0.85;
  const change = async (status: string) => {
    site.jira.editIssue('WEB-1', { status }, ANN);
    await site.settle();
    site.clock.advance(10_000);
    await site.settle();
  };
  await change('Done');
  expect([await room('sync'), (await room('upkeep')) > 0, await room('events')]).toEqual([0, true, Infinity]);
  site.jira.rates.points = 65_000 * 0.95;
  await change('To Do');
  expect([await room('sync'), await room('upkeep'), await room('events')]).toEqual([0, 0, Infinity]);
  site.jira.rates.points = 65_000 * 0.98;
  await change('Done');
  expect(await room('events')).toBe(0);
  await change('To Do');
  expect(await site.runInApp(() => waitingMarks(9))).toHaveLength(1);
  // Renewed with the hour.
  site.clock.advance(55 * MINUTE_MS);
  await site.schedule('fiveMinute');
  site.clock.advance(15 * MINUTE_MS);
  await site.settle();
  expect(await site.runInApp(() => waitingMarks(9))).toEqual([]);
  await isInStep(site);
  await site.close();
});

test('where Jira refuses, nobody asks again before it said, nothing is lost, and its state is there to see', async () => {
  const site = await siteWith(300);
  site.install();
  await site.settle();
  site.jira.rates.quota = { points: 65_000, own: false };
  site.jira.rates.points = 65_000;
  site.jira.editIssue('WEB-1', { status: 'Done' }, ANN);
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
  const { limitedUntil, reason } = await rate(site);
  expect(reason).toBe('jira-quota-global-based');
  expect(limitedUntil).toBeGreaterThanOrEqual(START + 50 * MINUTE_MS);
  expect(limitedUntil).toBeLessThanOrEqual(START + 51 * MINUTE_MS + 10_000);
  site.statements.reset();
  site.jira.editIssue('WEB-2', { status: 'Done' }, ANN);
  for (let passed = 0; passed < 9; passed += 1) await fiveMinutes(site);
  await site.schedule('hour');
  expect(site.statements.jira).toBe(0);
  for (let passed = 0; passed < 7; passed += 1) await fiveMinutes(site);
  expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
  expect(await rate(site)).toMatchObject({ limitedUntil: null, reason: null });
  await isInStep(site);
  await site.close();
});

test('a short refusal is waited for, and a fault on the way is tried again', async () => {
  const site = await siteWith(3);
  site.install();
  await site.settle();
  const answers = [
    new Response('{}', { status: 429, headers: { 'Retry-After': '2', 'RateLimit-Reason': 'jira-burst-based' } }),
    new Response('{}', { status: 503 }),
  ];
  site.faults.answer = () => answers.shift() ?? null;
  site.jira.editIssue('WEB-1', { status: 'Done' }, ANN);
  await site.settle();
  site.clock.advance(10_000);
  const before = site.clock.now();
  await site.settle();
  expect(site.clock.now() - before).toBeGreaterThanOrEqual(2000 + 1000);
  expect(site.clock.now() - before).toBeLessThan(2500 + 1250 + 10);
  expect(await rate(site)).toMatchObject({ limitedUntil: null });
  await isInStep(site);
  await site.close();
});

test('what is spent adds up over invocations, hour by hour', async () => {
  const site = await siteWith(120);
  site.install();
  await site.settle();
  for (let passed = 0; passed < 20; passed += 1) {
    site.jira.editIssue('WEB-1', { status: passed % 2 ? 'To Do' : 'Done' }, ANN);
    await site.settle();
    await fiveMinutes(site);
    if (passed % 12 === 0) await site.schedule('hour');
    expect((await rate(site)).spent).toBe(site.jira.rates.points);
  }
  site.clock.advance(HOUR_MS);
  expect(await rate(site)).toMatchObject({ spent: 0, calls: 0 });
  // Nothing was spent: nothing is noted.
  site.statements.reset();
  await site.runInApp(() => noteSpending(site.clock.now()));
  expect(site.statements.sql).toBe(0);
  await site.close();
});
