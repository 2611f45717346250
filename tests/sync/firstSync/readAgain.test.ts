import { findWorkItems } from '../../../src/store/work/findWorkItems';
import { writeSetting } from '../../../src/store/runs/settingStore';
import { latestRun } from '../../../src/store/runs/syncRuns';
import { waitingMarks } from '../../../src/store/runs/dirtyIssues';
import { syncState } from '../../../src/site/syncState';
import { beginFirstSync, beginSyncAgain, continueFirstSync } from '../../../src/sync/firstSync/firstSync';
import { readingAndChange } from '../../../src/site/siteReading';
import { SiteClock } from '../../site/clock';
import { createSite, type Site } from '../../site/site';
import { migrated } from '../../site/platform/sql/migrated';
import { heldFigures, rightFigures } from '../drift/figures';

jest.setTimeout(120_000);

const START = Date.UTC(2026, 4, 18, 12);
const MINUTE_MS = 60_000;
const ANN = { kind: 'user', accountId: 'ann' } as const;
const FIELD = 'strategic-objective';

/**
 * An installed app on a site with so many stories in two projects, each with an estimate and every third with a tag.
 */
const siteWith = async (stories: number): Promise<Site> => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  site.jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  for (const key of ['WEB', 'POS']) site.jira.addProject({ key, name: key });
  for (let made = 0; made < stories; made += 1) {
    const tag = made % 3 ? {} : { appValues: { [FIELD]: { key: 'OBJ-1', name: 'Win' } } };
    site.jira.createIssue(
      { project: made % 2 ? 'POS' : 'WEB', type: 'Story', summary: 'S', storyPoints: 2, ...tag },
      null,
    );
  }
  site.install();
  await later(site);
  site.statements.reset();
  return site;
};

/** Runs what is due, and what that asks for. */
const later = async (site: Site): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await site.settle();
    site.clock.advance(10_000);
  }
};

const isInStep = async (site: Site): Promise<void> => {
  await site.schedule('fiveMinute');
  expect(await heldFigures(site)).toEqual(rightFigures(site));
};

test('a sync again repairs what no event told of, finds what is gone, and pages go on meanwhile', async () => {
  const site = await siteWith(4500);
  const { jira, clock } = site;
  site.faults.deliveries = () => [];
  jira.editIssue('WEB-7', { status: 'Done' }, ANN);
  jira.deleteIssue('WEB-3', ANN);
  jira.deleteIssue('POS-2250', ANN);
  jira.moveIssue('WEB-9', 'POS', ANN);
  // One comes for each that goes, so counts alone reveal nothing.
  jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, ANN);
  jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, ANN);
  site.faults.deliveries = () => [0];
  await site.runInApp(() => beginSyncAgain(clock.now()));
  const begun = await site.runInApp(() => syncState(clock.now()));
  expect(begun).toMatchObject({ state: 'complete', again: { done: 0, total: 4500, waitingUntil: null } });
  const points = jira.rates.points;
  await later(site);
  expect(await site.runInApp(() => syncState(clock.now()))).toEqual({
    state: 'complete',
    finishedAt: expect.any(String) as string,
  });
  // The four that are gone or moved are asked for again.
  expect(jira.rates.points - points).toBeLessThanOrEqual(1.02 * 4500 + 10);
  await isInStep(site);
  await site.close();
});

test('the first sync costs at most 1.02 points an issue and a statement for every 100', async () => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  site.jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  const projects = Array.from({ length: 50 }, (_, index) => `P${index}`);
  for (const key of projects) site.jira.addProject({ key, name: key });
  const issues = 20_000;
  for (let made = 0; made < issues; made += 1) {
    const project = projects[Math.floor((made ** 2 / issues ** 2) * projects.length)] ?? '';
    site.jira.createIssue({ project, type: 'Story', summary: 'S', assignee: 'ann' }, null);
  }
  site.install();
  await site.settle();
  expect(await site.runInApp(() => syncState(site.clock.now()))).toMatchObject({ state: 'complete' });
  expect(site.jira.rates.points).toBeLessThanOrEqual(1.02 * issues);
  // Besides what it takes once, and once for each step, and for what four of them need of elsewhere. Each write of 3,000 takes some thirty, level by level, so that none of them is large.
  expect(site.statements.sql).toBeLessThanOrEqual(60 + (5 + 4) * 15 + issues / 100);
  await site.close();
});

test('a sync again is resumed from its last page, whatever cut it short', async () => {
  const site = await siteWith(4500);
  const { clock } = site;
  await site.runInApp(() => beginFirstSync(clock.now()));
  const read = async () => (await site.runInApp(() => continueFirstSync(() => clock.now(), 0))) as string;
  expect(await read()).toBe('unfinished');
  expect(await site.runInApp(() => syncState(clock.now()))).toMatchObject({ again: { done: 2950 } });
  // Jira fails in the middle of the next pages.
  let calls = 0;
  site.faults.answer = () => ((calls += 1) > 1 ? new Response('{}', { status: 503 }) : null);
  await expect(read()).rejects.toThrow('503');
  site.faults.end();
  // What was read by then is kept: its rate points are spent.
  expect(await site.runInApp(() => syncState(clock.now()))).toMatchObject({ again: { done: 3050 } });
  clock.advance(MINUTE_MS);
  expect(await site.runInApp(() => syncState(clock.now()))).toMatchObject({
    again: { estimatedEnd: expect.any(String) as string },
  });
  // An expired token: the project is read from its first page.
  clock.advance(8 * 24 * 60 * MINUTE_MS);
  while ((await read()) !== 'finished');
  await later(site);
  await isInStep(site);
  await site.close();
});

test('where an estimate field comes, only what has a value there is read again, once no function knows the old way', async () => {
  const site = await siteWith(40);
  const { jira, clock } = site;
  jira.editIssue('WEB-1', { storyPointEstimate: 8 }, ANN);
  await later(site);
  // As if the app had not known that field: what it held of the issue was the other field's value.
  const { reading } = await site.runInApp(readingAndChange);
  const [estimate, ...others] = reading.fields.estimates;
  const old = { fields: { ...reading.fields, estimates: others }, timeZone: reading.timeZone };
  await site.runInApp(() => writeSetting('discovered', old));
  await site.schedule('hour');
  const { change } = await site.runInApp(readingAndChange);
  expect(change?.what).toEqual([estimate]);
  await later(site);
  site.statements.reset();
  await site.schedule('fiveMinute');
  expect(await site.runInApp(() => waitingMarks(9))).toEqual([]);
  clock.advance(15 * MINUTE_MS);
  await site.schedule('fiveMinute');
  expect(await site.runInApp(() => waitingMarks(9))).toHaveLength(1);
  expect((await site.runInApp(readingAndChange)).change).toBeNull();
  await later(site);
  await isInStep(site);
  await site.close();
});

test('where the site’s time zone changes, everything is read again by itself', async () => {
  const site = await siteWith(40);
  const { clock } = site;
  const { reading } = await site.runInApp(readingAndChange);
  await site.runInApp(() => writeSetting('discovered', { fields: reading.fields, timeZone: 'Pacific/Auckland' }));
  await site.schedule('hour');
  clock.advance(15 * MINUTE_MS);
  const before = await site.runInApp(latestRun);
  await site.schedule('fiveMinute');
  const after = await site.runInApp(latestRun);
  expect(after?.id).not.toBe(before?.id);
  expect(after?.finished).toBeNull();
  await later(site);
  expect((await site.runInApp(latestRun))?.finished).not.toBeNull();
  await isInStep(site);
  await site.close();
});

test('projects that go, or that the app may no longer see, lose their figures within a day', async () => {
  const site = await siteWith(40);
  const { jira } = site;
  const web = [...jira.issues.ofProject(jira.project('WEB').id)].map(({ id }) => Number(id));
  jira.life.deleteProject('WEB');
  jira.setPermissions('POS', jira.appUser.accountId, 'none');
  await site.schedule('day');
  await later(site);
  expect(await site.runInApp(() => findWorkItems(web))).toEqual([]);
  expect((await heldFigures(site)).cells).toEqual([]);
  jira.setPermissions('POS', jira.appUser.accountId, 'admin');
  await site.schedule('day');
  await later(site);
  await isInStep(site);
  await site.close();
});

test('reconciliation and the sweep that Jira’s limits cut short go on where they were', async () => {
  const site = await siteWith(1500);
  const { jira, clock } = site;
  clock.advance(60 * MINUTE_MS);
  site.faults.deliveries = () => [];
  for (const { key } of [...jira.issues.all()].slice(0, 1200)) jira.editIssue(key, { status: 'Done' }, ANN);
  jira.deleteIssue('WEB-700', ANN);
  // A small quota: nine tenths of its tenth are for both.
  jira.rates.quota = { points: 9_000, own: false };
  await site.schedule('hour');
  const marked = (await site.runInApp(() => waitingMarks(5000))).length;
  expect(marked).toBeGreaterThan(500);
  expect(marked).toBeLessThan(1000);
  site.faults.deliveries = () => [0];
  for (let hours = 0; hours < 6; hours += 1) {
    clock.advance(60 * MINUTE_MS);
    await site.schedule('fiveMinute');
    await later(site);
    await site.schedule(hours === 3 ? 'day' : 'hour');
    await later(site);
  }
  await isInStep(site);
  await site.close();
});
