import { waitingMarks } from '../../../src/store/runs/dirtyIssues';
import { findWorkItems } from '../../../src/store/work/findWorkItems';
import { functionCells } from '../../../src/store/blocks/parts';
import { allProjects } from '../../../src/store/work/projects';
import { latestRun } from '../../../src/store/runs/syncRuns';
import { syncState } from '../../../src/site/syncState';
import { beginFirstSync, continueFirstSync } from '../../../src/sync/firstSync/firstSync';
import { markDirty } from '../../../src/sync/follow/markDirty';
import { DAY_MS, makeWorld } from '../../resolvers/world';
import type { Site } from '../../site/site';

const FIELD = 'strategic-objective';
const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
const MEMBER = { kind: 'user', accountId: 'member' } as const;

const stories =
  (count: number) =>
  ({ jira }: Site): void => {
    for (let made = 0; made < count; made += 1) jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  };

/** Lets the events, and the drain that they ask for, come due. */
const settleLater = async (site: Site): Promise<void> => {
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
};

test('a change in Jira moves the figures once its event is there', async () => {
  const { site, page } = await makeWorld(stories(3));
  expect((await page()).planned).toMatchObject({ aligned: 0, unlinked: 3 });
  site.jira.editIssue('WEB-1', { appValues: { [FIELD]: OBJ_2 } }, MEMBER);
  site.jira.editIssue('WEB-2', { status: 'In Progress' }, MEMBER);
  site.jira.createIssue({ project: 'WEB', type: 'Bug', summary: 'B' }, MEMBER);
  await settleLater(site);
  const { effort, planned } = await page();
  expect([effort.unlinked, planned.aligned, planned.unlinked]).toEqual([1, 1, 2]);
  await site.close();
});

test('what is deleted is gone, its children with it or left without what they inherited', async () => {
  const { site, page, panel } = await makeWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E', appValues: { [FIELD]: OBJ_2 } }, null);
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', parent: 'WEB-1' }, null);
  });
  expect((await page()).planned).toMatchObject({ aligned: 1, unlinked: 0 });
  site.jira.editIssue('WEB-2', { parent: null }, MEMBER);
  site.jira.deleteIssue('WEB-1', MEMBER);
  await settleLater(site);
  expect((await page()).planned).toMatchObject({ aligned: 0, unlinked: 1 });
  expect((await panel('WEB-2')).serves).toEqual({ kind: 'none' });
  await site.close();
});

test('children of a parent that the app may not see are read again by the day: nobody tells when it is deleted', async () => {
  const { site, page } = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'HID', name: 'Hidden' });
    jira.createIssue({ project: 'HID', type: 'Epic', summary: 'E' }, null);
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', parent: 'HID-1' }, null);
    jira.setPermissions('HID', jira.appUser.accountId, 'none');
  });
  const unknownParents = async () => (await page()).basis.unknownParents;
  expect(await unknownParents()).toBe(1);
  site.jira.deleteIssue('HID-1', MEMBER);
  await settleLater(site);
  await site.schedule('hour');
  expect(await unknownParents()).toBe(1);
  await site.schedule('day');
  await settleLater(site);
  expect(await unknownParents()).toBe(0);
  await site.close();
});

test('a bulk edit of 250 issues costs one push and three reads', async () => {
  const { site, page } = await makeWorld(stories(250));
  site.statements.reset();
  for (const { key } of site.jira.issues.all()) site.jira.editIssue(key, { appValues: { [FIELD]: OBJ_2 } }, MEMBER);
  await settleLater(site);
  expect(site.statements.jira).toBe(3);
  expect((await page()).planned).toMatchObject({ aligned: 250, unlinked: 0 });
  expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
  await site.close();
});

test('an event that never came is made up for by the hour', async () => {
  const { site, page } = await makeWorld(stories(2));
  site.clock.advance(60_000);
  site.eventDelayMs = 30 * DAY_MS;
  site.jira.editIssue('WEB-1', { appValues: { [FIELD]: OBJ_2 } }, MEMBER);
  site.jira.editIssue('WEB-2', { status: 'In Progress' }, MEMBER);
  await site.schedule('hour');
  await settleLater(site);
  const { planned, effort } = await page();
  expect([planned.aligned, effort.unlinked]).toEqual([1, 1]);
  await site.close();
});

test('a lost push is made up for in five minutes', async () => {
  const { site } = await makeWorld(stories(1));
  await site.runInApp(() => markDirty([Number(site.jira.issue('WEB-1').id)], site.clock.now()));
  await site.schedule('fiveMinute');
  await settleLater(site);
  expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
  await site.close();
});

test('windows move on when the day turns', async () => {
  const { site, page } = await makeWorld(({ jira, clock }) => {
    jira.createIssue(
      {
        project: 'WEB',
        type: 'Story',
        summary: 'S',
        status: 'Done',
        resolved: clock.now() - 29 * DAY_MS,
        created: clock.now() - 40 * DAY_MS,
      },
      null,
    );
  });
  expect((await page({ window: 30 })).effort.units).toBe(1);
  site.clock.advance(DAY_MS);
  await site.schedule('fiveMinute');
  expect((await page({ window: 30 })).effort.units).toBe(0);
  await site.close();
});

test('the first sync reads every issue of the site', async () => {
  const { site, page } = await makeWorld(stories(2300));
  expect((await page()).planned.unlinked).toBe(2300);
  const run = await site.runInApp(latestRun);
  expect(run).toMatchObject({ total: 2300 });
  expect(await site.runInApp(() => syncState())).toMatchObject({ state: 'complete' });
  await site.close();
}, 30_000);

test('the first sync goes on where it was cut short, and misses nothing', async () => {
  const { site, page } = await makeWorld(stories(2300));
  await site.runInApp(() => beginFirstSync(site.clock.now() + 1));
  // No time is left, so each call does one write and stops.
  let calls = 1;
  while ((await site.runInApp(() => continueFirstSync(() => site.clock.now() + 1, 0))) !== 'finished') calls += 1;
  expect(calls).toBeGreaterThan(1);
  expect((await page()).planned.unlinked).toBe(2300);
  await site.close();
}, 30_000);

test('the estimate fields, the objective field and the levels are what this site says they are', async () => {
  const { site } = await makeWorld(({ jira }) => {
    jira.catalogue.addIssueType('Initiative', 2);
    jira.createIssue({ project: 'WEB', type: 'Initiative', summary: 'I', appValues: { [FIELD]: OBJ_2 } }, null);
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E', parent: 'WEB-1' }, null);
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', parent: 'WEB-2' }, null);
  });
  const ids = ['WEB-1', 'WEB-2', 'WEB-3'].map((key) => Number(site.jira.issue(key).id));
  const found = await site.runInApp(() => findWorkItems(ids));
  expect(found.map(({ level, serves }) => [level, serves])).toEqual([
    [2, 'OBJ-2'],
    [1, 'OBJ-2'],
    [0, 'OBJ-2'],
  ]);
  await site.close();
});

test('flags, components, teams and categories are what this site says they are', async () => {
  const { site } = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills', category: 'Channels' });
    const story = { project: 'POS', type: 'Story', summary: 'S' };
    jira.createIssue({ ...story, flagged: true, team: 'Checkout', components: ['Search', 'cart'] }, null);
    jira.createIssue({ ...story, status: { id: '77', name: 'Blocked', category: 'indeterminate' } }, null);
  });
  const parts = async (kind: 'component' | 'team') =>
    (await site.runInApp(() => functionCells(kind, 90))).map(({ part, todo, doing, blocked }) => [
      part === null || part === 'other' ? undefined : part.name,
      todo.items,
      doing.items,
      blocked,
    ]);
  expect(await parts('component')).toEqual([
    [undefined, 0, 1, 1],
    ['cart', 1, 0, 1],
  ]);
  expect(await parts('team')).toEqual([
    [undefined, 0, 1, 1],
    ['Checkout', 1, 0, 1],
  ]);
  const category = async () => (await site.runInApp(allProjects)).find(({ key }) => key === 'POS')?.category?.name;
  expect(await category()).toBe('Channels');
  // Another change of the project's work does not include its category; the daily schedule reads the new one.
  site.jira.editIssue('POS-1', { flagged: false }, MEMBER);
  await settleLater(site);
  expect(await category()).toBe('Channels');
  site.jira.project('POS').category = null;
  await site.schedule('day');
  expect(await category()).toBeUndefined();
  expect(await parts('team')).toEqual([
    [undefined, 0, 1, 1],
    ['Checkout', 1, 0, 0],
  ]);
  await site.close();
});
