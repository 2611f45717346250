import { saveSettings, siteSettings } from '../../src/settings/siteSettings';
import { dataOf, makeWorld } from './world';

const tagged = (key: string) => ({ appValues: { 'strategic-objective': { key, name: key } } });

const site = () =>
  makeWorld(({ jira }) => {
    const create = (type: string, changes = {}) =>
      jira.createIssue({ project: 'WEB', type, summary: 'S', ...changes }, null);
    create('Epic'); // WEB-1, with three stories, one of which has its own objective
    for (const changes of [{}, {}, tagged('OBJ-1')]) create('Story', { parent: 'WEB-1', ...changes });
    create('Story', tagged('OBJ-2')); // WEB-5
    create('Story', tagged('OBJ-3')); // WEB-6: a draft
    create('Story', tagged('RUN')); // WEB-7
  });

test('an issue’s work matters for what its objective is for, whose it is, and how it stands', async () => {
  const world = await site();
  const why = async (key: string) => dataOf(await world.onIssue('reader', key, 'whyItMatters', {}));
  expect(await why('WEB-5')).toMatchObject({
    objective: { key: 'OBJ-2', owner: 'owner', health: 'pending' },
    aligns: null,
  });
  for (const key of ['WEB-6', 'WEB-7', 'WEB-2']) expect(await why(key)).toEqual({ objective: null, aligns: null });
  await world.site.close();
});

test('of an unlinked epic it says how much its link would align', async () => {
  const world = await site();
  expect(dataOf(await world.onIssue('reader', 'WEB-1', 'whyItMatters', {}))).toEqual({ objective: null, aligns: 2 });
  const below = { part: 'all', standing: 'unlinked', objective: null, weeks: null } as const;
  const { issues, total } = dataOf(
    await world.onIssue('reader', 'WEB-1', 'countedInProject', {
      ...{ window: 90, measure: 'items', filter: {}, cursor: null },
      counted: { ...below, below: world.site.jira.issue('WEB-1').id },
    }),
  );
  expect(total).toBe(2);
  expect(world.inJira('reader', issues).keys).toEqual(['WEB-3', 'WEB-2']);
  await world.site.close();
});

test('who may not see the portfolio is not told of the objective', async () => {
  const world = await site();
  const group = world.site.jira.addGroup('leaders', ['admin']);
  await world.site.runInApp(async () =>
    saveSettings({ ...(await siteSettings()), viewerGroups: [{ id: group.groupId, name: group.name }] }),
  );
  expect(dataOf(await world.onIssue('reader', 'WEB-5', 'whyItMatters', {})).objective).toBeNull();
  expect(dataOf(await world.onIssue('admin', 'WEB-5', 'whyItMatters', {})).objective).toMatchObject({ key: 'OBJ-2' });
  await world.site.close();
});

test('the objective of a sub-task, which has no effect, moves to its parent', async () => {
  const world = await makeWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
    jira.createIssue({ project: 'WEB', type: 'Sub-task', summary: 'S', parent: 'WEB-1', ...tagged('OBJ-2') }, null);
  });
  const move = () => world.onIssue('member', 'WEB-2', 'moveTagToParent', { measure: 'items' });
  expect(await world.onIssue('reader', 'WEB-2', 'moveTagToParent', { measure: 'items' })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(dataOf(await move())).toMatchObject({ tag: null, standing: 'aligned', provenance: { kind: 'inherited' } });
  const tags = ['WEB-1', 'WEB-2'].map((key) => Object.values(world.site.jira.issue(key).appValues)[0] ?? null);
  expect(tags).toEqual([{ key: 'OBJ-2', name: 'Superior service' }, null]);
  expect(await move()).toMatchObject({ error: { code: 'invalid' } });
  await world.site.close();
});
