import type { WorkFilter } from '../../src/contract';
import type { Site } from '../site/site';
import { DAY_MS, dataOf, makeWorld, NOW } from './world';
import { asDay } from '../domain/days';

const FIELD = 'strategic-objective';
/** As the list of unlinked work is divided. */
const PARTS = ['effort', 'planned', 'all'] as const;
const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };

/** Six stories: 1 doing for OBJ-2; 2 done ten days ago for it; 3 done 200 days ago; 4 and 5 to do; 6 doing as run. 4 has three points, the others none or five. */
const load = ({ jira }: Site): void => {
  const story = (changes: object) =>
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', ...changes }, null);
  const sprint = jira.catalogue.addSprint('Sprint 1', 'active');
  story({ status: 'In Progress', appValues: { [FIELD]: OBJ_2 }, storyPoints: 5, components: ['Checkout'] });
  story({ status: 'Done', resolved: NOW - 10 * DAY_MS, created: NOW - 20 * DAY_MS, appValues: { [FIELD]: OBJ_2 } });
  story({ status: 'Done', resolved: NOW - 200 * DAY_MS, created: NOW - 210 * DAY_MS, storyPoints: 5 });
  story({ storyPointEstimate: 3, sprints: [sprint.id], components: ['Checkout'] });
  story({ fixVersions: ['1.0'] });
  story({ status: 'In Progress', appValues: { [FIELD]: { key: 'RUN', name: 'Run the business' } } });
};

test('the figures of a project, by hand', async () => {
  const { site, page } = await makeWorld(load);
  expect(await page()).toMatchObject({
    project: { key: 'WEB', name: 'Web shop' },
    basis: { from: asDay('2026-02-18'), to: asDay('2026-05-18'), median: null, dropped: 0 },
    effort: {
      aligned: 2,
      run: 1,
      stale: 0,
      unlinked: 0,
      alignment: 1,
      units: 3,
      runShare: 1 / 3,
      alignmentRange: null,
    },
    planned: { aligned: 0, unlinked: 2, alignment: 0 },
    objectives: [
      { objective: { key: 'OBJ-2' }, effort: 2, here: { doing: 1, done: 1, progress: 0.5 }, overall: { total: 2 } },
    ],
    unlinked: { effort: 0, planned: 2 },
    sync: { state: 'complete' },
  });
  await site.close();
});

test('a longer window takes in what was done before', async () => {
  const { site, page } = await makeWorld(load);
  expect((await page({ window: 365 })).effort).toMatchObject({ aligned: 2, unlinked: 1, alignment: 2 / 3 });
  await site.close();
});

test('points size unestimated work by the median of 3, 5 and 5, and say so', async () => {
  const { site, page } = await makeWorld(load);
  const { basis, effort, planned } = await page({ measure: 'points' });
  expect(basis.median).toBe(5);
  expect(effort).toMatchObject({ aligned: 10, run: 5, unestimated: 2 });
  expect(planned).toMatchObject({ unlinked: 8, unestimated: 1, alignmentRange: { low: 0, high: 0 } });
  await site.close();
});

test('filters count only the work of a sprint, a version or a component, each known by an issue that carries it', async () => {
  const { site, page, unlinked, onProject, inJira } = await makeWorld(load);
  const { sprints, fixVersions, components } = dataOf(await onProject('reader', 'projectFilters', {}));
  // The page reads the names there, as its viewer.
  const examples = [sprints, fixVersions, components].map((options) =>
    options.map(({ exampleId }) => site.jira.issue(exampleId).key),
  );
  expect(examples).toEqual([['WEB-4'], ['WEB-5'], ['WEB-4']]);
  const component = components[0]!.id;
  expect((await page({ filter: { component } })).effort).toMatchObject({ aligned: 1, run: 0 });
  expect((await page({ filter: { component, sprint: sprints[0]!.id } })).planned).toMatchObject({ unlinked: 1 });
  const { issues } = await unlinked({ filter: { fixVersion: fixVersions[0]!.id } });
  expect(inJira('member', issues).keys).toEqual(['WEB-5']);
  await site.close();
});

test('linking three of them lets the list of unlinked work fall by three, at once', async () => {
  const { site, page, unlinked, onProject, inJira } = await makeWorld((made) => {
    load(made);
    made.jira.createIssue({ project: 'WEB', type: 'Bug', summary: 'B' }, null);
  });
  const { issues, total } = await unlinked();
  expect(total).toBe(3);
  expect(inJira('member', issues).keys).toEqual(['WEB-7', 'WEB-5', 'WEB-4']);
  const issueIds = issues.map(({ id }) => id);
  const results = dataOf(
    await onProject('member', 'linkIssues', { issueIds, to: { kind: 'objective', key: 'OBJ-2' } }),
  );
  expect(results.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
    'WEB-7 linked',
    'WEB-5 linked',
    'WEB-4 linked',
  ]);
  expect((await unlinked()).total).toBe(0);
  expect((await page()).planned).toMatchObject({ aligned: 3, unlinked: 0, alignment: 1 });
  await site.close();
});

test('linking the same again writes nothing, here or in Jira', async () => {
  const { site, unlinked, onProject } = await makeWorld(load);
  const issueIds = (await unlinked()).issues.map(({ id }) => id);
  const link = async () =>
    dataOf(await onProject('member', 'linkIssues', { issueIds, to: { kind: 'objective', key: 'OBJ-2' } }));
  const first = await link();
  expect(first.every(({ outcome }) => outcome === 'linked')).toBe(true);
  const written = jest.fn();
  site.faults.answer = ({ url }) => {
    if (url.includes('/app/field/')) written();
    return null;
  };
  site.statements.reset();
  expect(await link()).toEqual(first);
  expect(written).not.toHaveBeenCalled();
  expect(site.statements.writes).toBe(0);
  await site.close();
});

test('work that Jira hides from the viewer is counted, not listed', async () => {
  const { site, page, unlinked, inJira } = await makeWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'Open' }, null);
    jira.createIssue(
      { project: 'WEB', type: 'Story', summary: 'Secret', visibleTo: ['member', jira.appUser.accountId] },
      null,
    );
  });
  const seen = await unlinked({}, 'reader');
  // Of what the browser is given it can read no more than this: no key, no word of the other.
  expect([seen.total, inJira('reader', seen.issues)]).toEqual([2, { keys: ['WEB-1'], hidden: 1 }]);
  expect(JSON.stringify(seen)).not.toContain('WEB-');
  expect(inJira('member', (await unlinked({}, 'member')).issues).hidden).toBe(0);
  expect((await page({}, 'reader')).unlinked.planned).toBe(2);
  await site.close();
});

test('the list comes in pages, newest first, nothing twice', async () => {
  const { site, unlinked, inJira } = await makeWorld(({ jira }) => {
    for (let count = 0; count < 120; count += 1) jira.createIssue({ project: 'WEB', type: 'Task', summary: 'T' }, null);
  });
  const keys: string[] = [];
  let cursor: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof unlinked>> = await unlinked({ cursor });
    expect(answer.issues.length).toBeLessThanOrEqual(50);
    keys.push(...inJira('member', answer.issues).keys);
    cursor = answer.next;
  } while (cursor !== null);
  expect(keys).toEqual(Array.from({ length: 120 }, (_, index) => `WEB-${120 - index}`));
  await site.close();
});

test.each([
  [30, [0, 2, 2]],
  [365, [1, 2, 3]],
] as const)('the page, the count and the list of unlinked work agree, in %i days', async (window, counts) => {
  const { site, page, unlinked, onProject } = await makeWorld(load);
  const { fixVersions } = dataOf(await onProject('reader', 'projectFilters', {}));
  const counted = async (filter: WorkFilter) => {
    const { effort, planned } = (await page({ window, filter })).unlinked;
    return [effort, planned, effort + planned];
  };
  const listed = async (filter: WorkFilter) => {
    const lists = [];
    for (const part of PARTS) lists.push(await unlinked({ window, part, filter }));
    expect(lists.map(({ total }) => total)).toEqual(lists.map(({ issues }) => issues.length));
    return lists.map(({ total }) => total);
  };
  expect([await counted({}), await listed({})]).toEqual([counts, counts]);
  const filter = { fixVersion: fixVersions[0]!.id };
  expect([await counted(filter), await listed(filter)]).toEqual([
    [0, 1, 1],
    [0, 1, 1],
  ]);
  await site.close();
});

test('the trend ends at the effort of today; a part of the work has none', async () => {
  const { site, page } = await makeWorld(load);
  const { trend, effort } = await page();
  expect(trend).toHaveLength(14);
  const { aligned, run, stale, unlinked, alignment } = effort;
  expect(trend?.at(-1)).toEqual({
    ...{ aligned, run, stale, unlinked, alignment },
    day: asDay('2026-05-18'),
    recorded: true,
  });
  // A week before the Sunday on which the second was done: nothing of the 13 weeks up to then.
  expect(trend?.at(-4)).toEqual({
    ...{ aligned: 0, run: 0, stale: 0, unlinked: 0, alignment: null },
    day: asDay('2026-05-03'),
    recorded: false,
  });
  expect(trend?.at(-3)).toMatchObject({ day: asDay('2026-05-10'), aligned: 1, alignment: 1, recorded: false });
  expect((await page({ filter: { component: '1' } })).trend).toBeNull();
  await site.close();
});

test('a day that was recorded stays as it was, whatever is linked later', async () => {
  const { site, page, unlinked, onProject } = await makeWorld(({ jira }) => {
    const story = { project: 'WEB', type: 'Story', summary: 'S', status: 'In Progress' };
    for (let made = 0; made < 3; made += 1) jira.createIssue(story, null);
    jira.createIssue({ ...story, appValues: { [FIELD]: OBJ_2 } }, null);
  });
  await site.schedule('day');
  site.clock.advance(7 * DAY_MS);
  await site.schedule('day');
  const issueIds = (await unlinked()).issues.map(({ id }) => id);
  await onProject('member', 'linkIssues', { issueIds, to: { kind: 'objective', key: 'OBJ-2' } });
  const recorded = (await page()).trend?.filter((point) => point.recorded);
  expect(recorded?.map(({ day, alignment }) => [day, alignment])).toEqual([
    [asDay('2026-05-18'), 0.25],
    [asDay('2026-05-25'), 1],
  ]);
  // The last point of a window that is not recorded is the newest recorded day's.
  expect((await page({ window: 30 })).trend?.at(-1)).toMatchObject({ day: asDay('2026-05-25'), alignment: 0.25 });
  await site.close();
});

test('a page costs at most nine statements, and the first of five minutes one call to Jira', async () => {
  const { site, page } = await makeWorld(load);
  site.statements.reset();
  await page();
  expect(site.statements.sql).toBeLessThanOrEqual(10);
  expect(site.statements.jira).toBeLessThanOrEqual(2);
  site.statements.reset();
  await page();
  expect(site.statements.jira).toBe(0);
  await site.close();
});

test('a project that the app has not read yet says so', async () => {
  const { site, call } = await makeWorld();
  site.eventDelayMs = 180_000;
  const { id, key } = site.jira.addProject({ key: 'NEW', name: 'New' });
  expect(
    await call('member', 'project-alignment', { project: { id, key } }, 'projectAlignment', {
      window: 90,
      measure: 'items',
      filter: {},
    }),
  ).toMatchObject({
    ok: false,
    error: { code: 'notReady' },
  });
  await site.close();
});
