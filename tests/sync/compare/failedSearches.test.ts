import { setAsideCounts } from '../../../src/store/runs/setAside';
import { coveredSyncState, syncState } from '../../../src/site/syncState';
import { latestRun } from '../../../src/store/runs/syncRuns';
import { findWorkItems } from '../../../src/store/work/findWorkItems';
import { SiteClock } from '../../site/clock';
import { migrated } from '../../site/platform/sql/migrated';
import { createSite, type Site } from '../../site/site';
import { heldFigures, rightFigures } from '../drift/figures';

jest.setTimeout(120_000);

const START = Date.UTC(2026, 4, 18, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ANN = { kind: 'user', accountId: 'ann' } as const;
const FIELD = 'strategic-objective';

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
});

/** A site of stories in four projects, on which the app is not installed yet. */
const newSite = async (): Promise<Site> => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  site.jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  for (const key of ['BAD', 'WEB', 'POS', 'ANY']) {
    site.jira.addProject({ key, name: key });
    for (let made = 0; made < 5; made += 1)
      site.jira.createIssue({ project: key, type: 'Story', summary: 'S', storyPoints: 2 }, null);
  }
  return site;
};

/** From now on Jira fails over every search that finds an issue of these projects. */
const failOver = (site: Site, ...keys: string[]): void => {
  site.faults.answer = ({ url }, body) => {
    if (!/\/search\/(jql|approximate-count)/.test(url)) return null;
    const { jql } = JSON.parse(body) as { jql: string };
    const found = site.jira.query(jql).find();
    return found.some(({ project }) => keys.includes(project.key)) ? new Response('{}', { status: 500 }) : null;
  };
};

const settleLater = async (site: Site): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await site.settle();
    site.clock.advance(15_000);
  }
};

const minutes = async (site: Site, count: number): Promise<void> => {
  for (let passed = 0; passed < count; passed += 5) {
    site.clock.advance(5 * MINUTE_MS);
    await site.schedule('fiveMinute');
    await settleLater(site);
  }
};

const hours = async (site: Site, count: number): Promise<void> => {
  for (let passed = 0; passed < count; passed += 1) {
    site.clock.advance(HOUR_MS);
    await site.schedule('hour');
    await settleLater(site);
  }
};

const aDay = async (site: Site): Promise<void> => {
  site.clock.advance(DAY_MS);
  await site.schedule('day');
  await minutes(site, 15);
};

const aside = (site: Site) => site.runInApp(setAsideCounts);
const SET_ASIDE = [{ what: 'search', code: 'jiraBusy', count: 1 }];

/** The own tags that the app holds of issues; `undefined`: it holds no such issue. */
const tagsHeld = async (site: Site, ids: Readonly<Record<string, number>>): Promise<Record<string, unknown>> => {
  const held = await site.runInApp(() => findWorkItems(Object.values(ids)));
  const tags = new Map(held.map(({ id, tag }) => [id, tag]));
  return Object.fromEntries(Object.entries(ids).map(([key, id]) => [key, tags.get(id)]));
};

/** What is told of projects that could not be read: to an admin, on the page of such a project, and to who may not browse it. */
const unreadIn = (site: Site): Promise<(number | undefined)[]> => {
  const [bad, web] = ['BAD', 'WEB'].map((key) => Number(site.jira.project(key).id));
  const over = (...projects: (number | undefined)[]) => {
    const covered = new Set(projects.flatMap((id) => id ?? []));
    return { covers: 'browsable' as const, browsable: covered, covered };
  };
  return site.runInApp(async () => {
    const now = site.clock.now();
    const states = [
      await syncState(now),
      await coveredSyncState(over(bad, web), now, bad),
      await coveredSyncState(over(web), now),
    ];
    return states.map((state) => (state.state === 'complete' ? state.unread : NaN));
  });
};

const idsOf = (site: Site, ...keys: string[]): Record<string, number> =>
  Object.fromEntries(keys.map((key) => [key, Number(site.jira.issue(key).id)]));

test('a project that Jira fails to search holds up no first sync: it is set aside, and read once Jira answers', async () => {
  const site = await newSite();
  failOver(site, 'BAD');
  site.install();
  await settleLater(site);
  expect((await site.runInApp(latestRun))?.finished ?? null).toBeNull();
  await minutes(site, 30);
  expect((await site.runInApp(latestRun))?.finished).toEqual(expect.any(Number));
  expect(await aside(site)).toEqual(SET_ASIDE);
  expect(await unreadIn(site)).toEqual([1, 1, undefined]);
  expect(await tagsHeld(site, idsOf(site, 'BAD-1', 'WEB-1', 'POS-5', 'ANY-3'))).toEqual({
    ...{ 'BAD-1': undefined, 'WEB-1': null, 'POS-5': null, 'ANY-3': null },
  });
  // It stays so for as long as Jira fails, and no other run begins for it.
  const run = await site.runInApp(latestRun);
  await hours(site, 2);
  await aDay(site);
  expect([await aside(site), await site.runInApp(latestRun)]).toEqual([SET_ASIDE, run]);
  site.faults.end();
  await aDay(site);
  expect(await aside(site)).toEqual([]);
  expect(await unreadIn(site)).toEqual([undefined, undefined, undefined]);
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  await site.close();
});

test('where Jira fails over every search, none is set aside, and the first sync ends once it answers', async () => {
  const site = await newSite();
  failOver(site, 'BAD', 'WEB', 'POS', 'ANY');
  site.install();
  await settleLater(site);
  await minutes(site, 60);
  expect(await aside(site)).toEqual([]);
  site.faults.end();
  await minutes(site, 10);
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  await site.close();
});

test('a project that Jira comes to fail over keeps no lost change of others from being found', async () => {
  const site = await newSite();
  site.install();
  await settleLater(site);
  await minutes(site, 10);
  failOver(site, 'BAD');
  site.faults.deliveries = () => [];
  const tag = (key: string) => site.jira.editIssue(key, { appValues: { [FIELD]: { key: 'OBJ-1', name: 'Win' } } }, ANN);
  const ids = idsOf(site, 'BAD-1', 'WEB-1', 'POS-2', 'ANY-3');
  // What only the search for changes reveals, in two of the hours, and what only counts or ids do.
  tag('WEB-1');
  tag('BAD-1');
  await hours(site, 1);
  tag('POS-2');
  site.jira.deleteIssue('ANY-3', ANN);
  await hours(site, 2);
  expect(await aside(site)).toEqual(SET_ASIDE);
  expect(await tagsHeld(site, ids)).toEqual({ 'BAD-1': null, 'WEB-1': 'OBJ-1', 'POS-2': 'OBJ-1', 'ANY-3': undefined });
  // What changed in it meanwhile is read once Jira answers.
  site.faults.answer = () => null;
  await aDay(site);
  expect(await aside(site)).toEqual([]);
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  await site.close();
});
