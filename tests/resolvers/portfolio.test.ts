import type { Site } from '../site/site';
import { dataOf, DAY_MS, makeWorld, NOW, type Person } from './world';
import { asDay } from '../domain/days';

const LOOK = { window: 90, measure: 'items' } as const;
const FIELD = 'strategic-objective';
const OBJ_1 = { key: 'OBJ-1', name: 'Win the market' };
const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
const PEOPLE = ['ann', 'bo', 'cy', 'di', 'ed'];

/** Five people: four have done a story of OBJ-2 each, one works on something that serves nothing. A sixth story of OBJ-1 waits. */
const load = ({ jira }: Site): void => {
  for (const accountId of PEOPLE) jira.addUser({ accountId, displayName: accountId });
  const story = (changes: object) =>
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', ...changes }, null);
  for (const assignee of PEOPLE.slice(0, 4)) {
    const dates = { created: NOW - 20 * DAY_MS, resolved: NOW - 10 * DAY_MS };
    story({ status: 'Done', assignee, appValues: { [FIELD]: OBJ_2 }, ...dates });
  }
  story({ status: 'In Progress', assignee: 'ed' });
  story({ appValues: { [FIELD]: OBJ_1 } });
};

/** Projects that the reader may not browse, each with one story of OBJ-2 in progress. */
const hide = (site: Site, keys: readonly string[]): void => {
  for (const key of keys) {
    site.jira.addProject({ key, name: `The secret of ${key}`, everyone: 'none' });
    site.jira.setPermissions(key, 'member', 'member');
    site.jira.setPermissions(key, site.jira.appUser.accountId, 'admin');
    site.jira.createIssue(
      { project: key, type: 'Story', summary: 'S', status: 'In Progress', appValues: { [FIELD]: OBJ_2 } },
      null,
    );
  }
};

const openedBy = async (person: Person, hidden: readonly string[] = []) => {
  const world = await makeWorld((site) => {
    load(site);
    hide(site, hidden);
  });
  return { ...world, portfolio: dataOf(await world.onPortfolio(person, 'portfolio', LOOK)) };
};

test('the figures of the portfolio, by hand', async () => {
  const { site, portfolio } = await openedBy('reader');
  expect(portfolio.basis).toMatchObject({
    from: asDay('2026-02-18'),
    to: asDay('2026-05-18'),
    covers: 'browsable',
    hiddenProjects: 0,
  });
  expect(portfolio.effort).toMatchObject({ aligned: 4, unlinked: 1, alignment: 0.8 });
  expect(portfolio.planned).toMatchObject({ aligned: 1, alignment: 1 });
  // Only OBJ-1 is active at the top, so no fit. Of the four things that make an objective clear, OBJ-2 has an owner.
  expect(portfolio.allocationFit).toBeNull();
  expect(portfolio.factors).toMatchObject({
    clarity: { value: 0.125 },
    communication: { reach: 1, narrative: 0, value: 0.5 },
    resources: { alignment: 0.8, fit: null, value: 0.8 },
    monitoring: { value: 0 },
    adaptability: { value: null },
    buyIn: { people: 5, aligned: 4, value: 0.8 },
  });
  const mean = (Math.log2(1.125) + Math.log2(1.5) + Math.log2(1.8) + Math.log2(1)) / 4;
  expect(portfolio.index).toBeCloseTo(100 * 0.8 * mean, 9);
  const work = (key: string) => portfolio.objectives.find(({ objective }) => objective.key === key)?.work;
  expect(work('OBJ-2')).toMatchObject({ done: 4, total: 4, progress: 1 });
  expect(work('OBJ-1')).toMatchObject({ done: 4, todo: 1, progress: 0.8 });
  await site.close();
});

test('drafts are for strategy editors', async () => {
  const { site, portfolio, onPortfolio } = await openedBy('reader');
  const keys = ({ objectives }: typeof portfolio) => objectives.map(({ objective }) => objective.key);
  expect(keys(portfolio)).toEqual(['OBJ-1', 'OBJ-2', 'OBJ-4']);
  expect(keys(dataOf(await onPortfolio('editor', 'portfolio', LOOK)))).toEqual(['OBJ-1', 'OBJ-2', 'OBJ-3', 'OBJ-4']);
  expect(await onPortfolio('reader', 'objectiveDetail', { ...LOOK, key: 'OBJ-3' })).toMatchObject({
    error: { code: 'notFound' },
  });
  await site.close();
});

describe('projects that the viewer may not browse', () => {
  test.each([1, 2, 3])('are in none of the viewer’s numbers, be they %d, and not counted themselves', async (many) => {
    const hidden = ['ONE', 'TWO', 'TRI'].slice(0, many);
    const { site, portfolio, onPortfolio, panel, page } = await openedBy('reader', hidden);
    expect(portfolio.basis).toMatchObject({ covers: 'browsable', projects: 1, hiddenProjects: 0 });
    expect(portfolio.effort.aligned).toBe(4);
    expect(portfolio.projects.map(({ project }) => project?.key)).toEqual(['WEB']);
    const chain = (person: Person) => panel('WEB-1', person).then(({ serves }) => serves);
    expect(await chain('reader')).toMatchObject({ chain: [{ work: { total: 4 } }, { work: { total: 5 } }] });
    expect(await chain('member')).toMatchObject({ chain: [{ work: { total: 4 + many } }, {}] });
    expect((await page({}, 'reader')).objectives[0]?.overall?.total).toBe(4);
    expect((await page({}, 'member')).objectives[0]?.overall?.total).toBe(4 + many);

    const member = dataOf(await onPortfolio('member', 'portfolio', LOOK));
    expect(member.basis).toMatchObject({ covers: 'browsable', projects: 1 + many, hiddenProjects: 0 });
    expect(member.effort.aligned).toBe(4 + many);
    await site.close();
  });

  test('are counted for those who see all totals, together and without a name', async () => {
    const { site, portfolio, onPortfolio, panel } = await openedBy('editor', ['ONE']);
    expect(portfolio.basis).toMatchObject({ covers: 'all', projects: 2, hiddenProjects: 1 });
    expect(portfolio.effort.aligned).toBe(5);
    expect(await panel('WEB-1', 'editor')).toMatchObject({
      covers: 'all',
      serves: { chain: [{ work: { total: 5 } }, {}] },
    });
    expect(portfolio.projects.map(({ project, effort }) => [project?.key, effort.aligned])).toEqual([
      ['WEB', 4],
      [undefined, 1],
    ]);
    const detail = dataOf(await onPortfolio('editor', 'objectiveDetail', { ...LOOK, key: 'OBJ-2' }));
    expect(detail.projects.map(({ project, effort }) => [project?.key, effort])).toEqual([
      ['WEB', 4],
      [undefined, 1],
    ]);
    for (const by of ['project', 'category', 'team', 'component'] as const) {
      const matrix = dataOf(await onPortfolio('editor', 'functionMatrix', { ...LOOK, by }));
      const sum = (standing: 'aligned' | 'unlinked') =>
        matrix.functions.reduce((total, { effort }) => total + effort[standing], 0);
      expect([sum('aligned'), sum('unlinked')]).toEqual([5, 1]);
      expect(JSON.stringify(matrix)).not.toContain('secret');
    }
    expect(JSON.stringify([portfolio, detail])).not.toMatch(/secret|ONE/);
    await site.close();
  });

  test('are counted for the groups that an admin chose, and no longer for other strategy editors', async () => {
    const { site, onPortfolio } = await openedBy('reader', ['ONE']);
    const group = site.jira.addGroup('leaders', ['owner']);
    const settings = dataOf(await onPortfolio('admin', 'settings', {}));
    const totalsGroups = [{ id: group.groupId, name: group.name }];
    dataOf(await onPortfolio('admin', 'saveSettings', { ...settings, totalsGroups }));
    const covers = async (person: Person) => dataOf(await onPortfolio(person, 'portfolio', LOOK)).basis.covers;
    expect(await Promise.all((['admin', 'owner', 'editor', 'reader'] as const).map(covers))).toEqual([
      'all',
      'all',
      'browsable',
      'browsable',
    ]);
    const impact = dataOf(
      await onPortfolio('editor', 'objectiveImpact', { key: 'OBJ-2', parent: 'OBJ-1', status: 'dropped' }),
    );
    expect(impact).toMatchObject({ covers: 'browsable', work: { doing: 0, done: 4 } });
    await site.close();
  });
});

test('people are named on an objective’s page once they are five', async () => {
  const { site, onPortfolio } = await openedBy('reader');
  const detail = async () => dataOf(await onPortfolio('reader', 'objectiveDetail', { ...LOOK, key: 'OBJ-2' }));
  expect(await detail()).toMatchObject({ people: [], peopleTotal: 4 });
  const fifth = { project: 'WEB', type: 'Story', summary: 'S', status: 'In Progress', assignee: 'ed' };
  site.jira.createIssue({ ...fifth, appValues: { [FIELD]: OBJ_2 } }, { kind: 'user', accountId: 'member' });
  site.clock.advance(60_000);
  await site.settle();
  await site.schedule('fiveMinute');
  await site.settle();
  expect((await detail()).people).toHaveLength(5);
  await site.close();
});

test('nobody is named for work that issue security hides, and they are counted', async () => {
  const { site, onPortfolio } = await makeWorld((made) => {
    load(made);
    const visibleTo = ['member', made.jira.appUser.accountId];
    const secret = { status: 'In Progress', assignee: 'ed', visibleTo, appValues: { [FIELD]: OBJ_2 } };
    made.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', ...secret }, null);
  });
  const namedFor = async (person: Person) => {
    const { people, peopleTotal } = dataOf(await onPortfolio(person, 'objectiveDetail', { ...LOOK, key: 'OBJ-2' }));
    return [people.map(({ accountId }) => accountId).sort(), peopleTotal];
  };
  expect(await namedFor('reader')).toEqual([PEOPLE.slice(0, 4), 5]);
  expect(await namedFor('member')).toEqual([PEOPLE, 5]);
  await site.close();
});

test('the review says what turned: scores to those who see all totals, health to everybody over their projects', async () => {
  const { site, onPortfolio } = await openedBy('editor', ['ONE']);
  const began = asDay('2026-05-18');
  await site.schedule('day');
  const turned = async (person: Person, since: number, look: object = LOOK) => {
    const { scores, health } = dataOf(await onPortfolio(person, 'review', { ...LOOK, ...look, since }));
    return { scores, health };
  };
  const { index, factors } = dataOf(await onPortfolio('editor', 'portfolio', LOOK));
  const first = await turned('editor', began);
  expect(first.scores?.before).toMatchObject({ day: began, index });
  expect(first.scores?.now).toEqual(first.scores?.before);
  expect(first.health).toEqual({ day: began, recorded: true, turned: [] });

  // With dates OBJ-2 has a pace.
  const stated = dataOf(await onPortfolio('editor', 'statedObjective', { key: 'OBJ-2' }));
  const { key, revision, archived, ...objective } = stated;
  expect(archived).toBe(false);
  dataOf(
    await onPortfolio('editor', 'saveObjective', {
      key,
      revision,
      objective: { ...objective, start: began - 100, target: began + 1, description: 'Served well' },
    }),
  );
  site.clock.advance(10 * DAY_MS);
  await site.schedule('fiveMinute');
  await site.settle();
  const later = await turned('editor', began);
  expect(later.scores?.before).toEqual(first.scores?.before);
  expect(later.scores?.now?.day).toBe(began + 10);
  expect(later.scores?.now?.factors.clarity).toBeGreaterThan(factors.clarity.value ?? 1);
  expect(later.health).toMatchObject({ day: began, turned: [{ objective: 'OBJ-2', from: 'pending' }] });
  // Before the app recorded anything, nothing is known, which is not 0.
  expect(await turned('editor', began - 1)).toMatchObject({
    scores: { before: null },
    health: { day: null, turned: [] },
  });
  // With another look, what is recorded is shown, and nothing is computed that could not be compared.
  expect((await turned('editor', began, { window: 30 })).scores).toMatchObject({
    before: first.scores?.before,
    now: { day: began + 10 },
  });
  expect(await turned('reader', began)).toMatchObject({ scores: null, health: { recorded: false } });
  await site.close();
});

test.each([
  ['portfolio', LOOK, 9],
  ['objectiveDetail', { ...LOOK, key: 'OBJ-1' }, 10],
  ['functionMatrix', { ...LOOK, by: 'project' }, 9],
  ['functionMatrix', { ...LOOK, by: 'component' }, 9],
  ['review', { ...LOOK, since: null }, 9],
] as const)(
  '%s costs at most nine statements, an objective ten, and the first time one more and one call to Jira',
  async (call, payload, most) => {
    // The member is in no group of editors; without such groups nobody's groups are asked for.
    const { site, onPortfolio } = await makeWorld(load);
    await site.runInApp(async () => {
      const { saveSettings, siteSettings } = await import('../../src/settings/siteSettings');
      await saveSettings({ ...(await siteSettings()), editorGroups: [] });
    });
    site.statements.reset();
    expect(await onPortfolio('member', call, payload)).toMatchObject({ ok: true });
    // What Jira said of the viewer is kept.
    expect(site.statements.sql).toBeLessThanOrEqual(most + 1);
    expect(site.statements.jira).toBe(1);
    site.statements.reset();
    expect(await onPortfolio('member', call, payload)).toMatchObject({ ok: true });
    expect(site.statements.sql).toBeLessThanOrEqual(most);
    expect(site.statements.jira).toBe(0);
    await site.close();
  },
);

test.each([LOOK, { window: 30, measure: 'points' } as const])(
  'nor does the review for those who see all totals',
  async (look) => {
    const { site, onPortfolio } = await makeWorld(load);
    const ask = () => onPortfolio('editor', 'review', { ...look, since: null });
    expect(await ask()).toMatchObject({ ok: true });
    site.statements.reset();
    expect(await ask()).toMatchObject({ ok: true, data: { scores: { before: null } } });
    expect(site.statements.sql).toBeLessThanOrEqual(9);
    await site.close();
  },
);

test('where an admin chose groups, the others see no totals: not the portfolio, nor on issues and projects', async () => {
  const { site, onPortfolio, panel, page } = await makeWorld(load);
  const group = site.jira.addGroup('leaders', ['owner']);
  const settings = dataOf(await onPortfolio('admin', 'settings', {}));
  const viewerGroups = [{ id: group.groupId, name: group.name }];
  dataOf(await onPortfolio('admin', 'saveSettings', { ...settings, viewerGroups }));
  const code = async (person: Person) => {
    const answer = await onPortfolio(person, 'portfolio', LOOK);
    return answer.ok ? 'ok' : answer.error.code;
  };
  expect(await Promise.all((['owner', 'editor', 'admin', 'reader'] as const).map(code))).toEqual([
    'ok',
    'ok',
    'ok',
    'forbidden',
  ]);
  const work = async (person: Person) => {
    const { serves } = await panel('WEB-1', person);
    return serves.kind === 'objective' ? serves.chain.map((link) => link.work?.total ?? null) : [];
  };
  expect(await work('owner')).toEqual([4, 5]);
  expect(await work('reader')).toEqual([null, null]);
  expect((await page({}, 'reader')).objectives[0]?.overall).toBeNull();
  await site.close();
});
