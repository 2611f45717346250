import { noteLimit } from '../../src/jira/spending';
import { makeEpic } from './epic';
import { dataOf, makeWorld } from './world';

const FIELD = 'strategic-objective';

test('work without an objective says so, and can be tagged', async () => {
  const { site, panel, onIssue } = await makeEpic();
  expect(await panel('WEB-2')).toMatchObject({
    counted: { kind: 'unit' },
    serves: { kind: 'none' },
    provenance: { kind: 'none' },
    standing: 'unlinked',
    tag: null,
    canEdit: true,
  });
  const tagged = dataOf(
    await onIssue('member', 'WEB-2', 'tagIssue', { tag: { kind: 'objective', key: 'OBJ-2' }, measure: 'items' }),
  );
  expect(tagged).toMatchObject({
    provenance: { kind: 'direct' },
    standing: 'aligned',
    tag: { kind: 'objective', key: 'OBJ-2' },
  });
  expect(site.jira.issue('WEB-2').appValues).toEqual({ customfield_10100: { key: 'OBJ-2', name: 'Superior service' } });
  await site.close();
});

test('a child inherits from its epic, and shows the chain to the top with its progress', async () => {
  const { site, panel, onIssue } = await makeEpic();
  await onIssue('member', 'WEB-1', 'tagIssue', { tag: { kind: 'objective', key: 'OBJ-2' }, measure: 'items' });
  const child = await panel('WEB-2');
  expect(child.provenance).toMatchObject({ kind: 'inherited', fromId: site.jira.issue('WEB-1').id });
  expect(child.serves).toMatchObject({
    kind: 'objective',
    chain: [
      { objective: { key: 'OBJ-2', title: 'Superior service' }, work: { todo: 1, done: 1, total: 2, progress: 0.5 } },
      { objective: { key: 'OBJ-1', title: 'Win the market' }, work: { total: 2, progress: 0.5 } },
    ],
  });
  expect((await panel('WEB-1')).counted).toEqual({ kind: 'container' });
  await site.close();
});

test('a sub-task is counted with its parent, and a tag from it lands there', async () => {
  const { site, panel, onIssue } = await makeEpic();
  const parent = site.jira.issue('WEB-2');
  expect((await panel('WEB-3')).counted).toEqual({ kind: 'subtask', parentId: parent.id });
  await onIssue('member', 'WEB-3', 'tagIssue', { tag: { kind: 'run' }, measure: 'items' });
  expect(site.jira.issue('WEB-2').appValues).toEqual({ customfield_10100: { key: 'RUN', name: 'Run the business' } });
  expect(site.jira.issue('WEB-3').appValues).toEqual({});
  expect((await panel('WEB-3')).serves).toEqual({ kind: 'run' });
  await site.close();
});

test('an edit in the native field shows as soon as the page says so, though its event is three minutes away', async () => {
  const { site, panel, panelBehind } = await makeEpic();
  site.eventDelayMs = 180_000;
  site.clock.advance(1000);
  const value = { key: 'OBJ-2', name: 'Superior service' };
  site.jira.editIssue('WEB-1', { appValues: { [FIELD]: value } }, { kind: 'user', accountId: 'member' });
  const epic = site.jira.issue('WEB-1');
  // What the page compares with Jira.
  const { stored } = await panel('WEB-2');
  expect(stored.map(({ id, parentId }) => [id, parentId])).toEqual([
    [site.jira.issue('WEB-2').id, epic.id],
    [epic.id, null],
  ]);
  expect(Date.parse(stored[1]!.updated)).toBeLessThan(epic.updated);
  expect((await panelBehind('WEB-2')).provenance).toEqual({ kind: 'inherited', fromId: epic.id, origin: null });
  site.clock.advance(10_001);
  site.jira.editIssue('WEB-1', { appValues: { [FIELD]: null } }, { kind: 'user', accountId: 'member' });
  expect((await panelBehind('WEB-2')).serves).toEqual({ kind: 'none' });
  await site.close();
});

test('open work on an achieved objective is stale, on an unknown one too, and dropped work says that it does not count', async () => {
  const { site, panel } = await makeWorld(({ jira }) => {
    const create = (key: string, changes: object) =>
      jira.createIssue(
        { project: 'WEB', type: 'Story', summary: 'S', appValues: { [FIELD]: { key, name: key } }, ...changes },
        null,
      );
    create('OBJ-4', {});
    create('OBJ-99', {});
    create('OBJ-1', { status: 'Done', resolution: "Won't Do" });
  });
  expect(await panel('WEB-1')).toMatchObject({ standing: 'stale' });
  expect(await panel('WEB-2')).toMatchObject({
    standing: 'stale',
    serves: { kind: 'objective', chain: [{ objective: { key: 'OBJ-99', status: 'unknown' } }] },
  });
  expect((await panel('WEB-3')).counted).toEqual({ kind: 'dropped' });
  await site.close();
});

test('the title of a draft is not shown', async () => {
  const { site, panel } = await makeWorld(({ jira }) =>
    jira.createIssue(
      { project: 'WEB', type: 'Story', summary: 'S', appValues: { [FIELD]: { key: 'OBJ-3', name: '' } } },
      null,
    ),
  );
  expect(await panel('WEB-1')).toMatchObject({
    standing: 'stale',
    serves: { chain: [{ objective: { key: 'OBJ-3', title: '', status: 'draft' } }] },
  });
  await site.close();
});

test.each(['OBJ-3', 'OBJ-4', 'OBJ-99'])('%s, which is not active, cannot be tagged', async (key) => {
  const { site, onIssue } = await makeEpic();
  expect(
    await onIssue('member', 'WEB-2', 'tagIssue', { tag: { kind: 'objective', key }, measure: 'items' }),
  ).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: `There is no active objective ${key}. Choose another one from the list.` },
  });
  expect(site.jira.issue('WEB-2').appValues).toEqual({});
  await site.close();
});

test('the picker finds active objectives by the words of key and title, with those above them', async () => {
  const { site, onIssue } = await makeEpic();
  const search = async (query: string) => dataOf(await onIssue('member', 'WEB-1', 'searchObjectives', { query }));
  expect((await search('')).map(({ key }) => key)).toEqual(['OBJ-1', 'OBJ-2']);
  expect(await search('SERVICE sup')).toEqual([
    {
      key: 'OBJ-2',
      title: 'Superior service',
      status: 'active',
      above: [{ key: 'OBJ-1', title: 'Win the market', status: 'active' }],
    },
  ]);
  expect(await search('nothing like this')).toEqual([]);
  await site.close();
});

test('a page of an issue costs at most eight statements, and once in five minutes what its viewer may do', async () => {
  const { site, panel } = await makeEpic();
  const cost = async (key: string) => {
    site.statements.reset();
    const points = site.jira.rates.points;
    await panel(key);
    expect(site.statements.sql).toBeLessThanOrEqual(8);
    return [site.statements.jira, site.jira.rates.points - points];
  };
  // What they may do, and their groups; of another issue whether they may see it, and of one that was asked about nothing.
  expect(await cost('WEB-3')).toEqual([2, 4]);
  expect(await cost('WEB-1')).toEqual([1, 2]);
  expect(await cost('WEB-3')).toEqual([0, 0]);
  expect(await cost('WEB-2')).toEqual([0, 0]);
  site.clock.advance(5 * 60_000 + 1);
  expect(await cost('WEB-3')).toEqual([2, 4]);
  await site.close();
});

test('a browser that says that the app is behind makes it read at most six times a minute, and is believed nothing else', async () => {
  const { site, panelBehind, onIssue } = await makeEpic();
  const calls = async (key: string) => {
    site.statements.reset();
    await panelBehind(key);
    return site.statements.jira;
  };
  for (let hint = 0; hint < 6; hint += 1) await panelBehind('WEB-3');
  expect(await calls('WEB-3')).toBe(0);
  expect(await calls('WEB-2')).toBe(0);
  site.clock.advance(60_001);
  // One reading of the issue with those above it.
  expect(await calls('WEB-3')).toBe(1);
  // Ids come from the context alone.
  const more = { measure: 'items', behind: true, stored: [{ id: '1', parentId: null, updated: '' }] } as const;
  expect(await onIssue('outsider', 'WEB-3', 'issueAlignment', more)).toMatchObject({ error: { code: 'notFound' } });
  await site.close();
});

test('where the hour’s points are spent, a hint is left to the event of the change', async () => {
  const { site, panel, panelBehind } = await makeEpic();
  site.eventDelayMs = 180_000;
  site.clock.advance(1_000);
  site.jira.editIssue('WEB-2', { status: 'Done' }, { kind: 'user', accountId: 'member' });
  const { stored } = await panel('WEB-2');
  await site.runInApp(() =>
    Promise.resolve(noteLimit(site.clock.now() + 60_000, 'jira-quota-global-based', 'GET /any')),
  );
  site.statements.reset();
  expect((await panelBehind('WEB-2')).stored).toEqual(stored);
  expect(site.statements.jira).toBe(0);
  site.clock.advance(181_000);
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
  expect((await panel('WEB-2')).stored).not.toEqual(stored);
  await site.close();
});

test('an issue that the app has not read yet is read as it is looked at', async () => {
  const { site, panel } = await makeEpic();
  site.eventDelayMs = 180_000;
  site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'New' }, { kind: 'user', accountId: 'member' });
  expect((await panel('WEB-5')).counted).toEqual({ kind: 'unit' });
  await site.close();
});

test.each([
  ['WEB-2', { kind: 'objective', key: 'OBJ-2' }],
  ['WEB-3', { kind: 'run' }],
  ['WEB-1', null],
] as const)('tagging %s the same again writes nothing, here or in Jira', async (key, tag) => {
  const { site, onIssue } = await makeEpic();
  const tagIt = async () => dataOf(await onIssue('member', key, 'tagIssue', { tag, measure: 'items' }));
  const first = await tagIt();
  const events = jest.fn();
  site.faults.answer = ({ url }) => {
    if (url.includes('/app/field/')) events();
    return null;
  };
  site.statements.reset();
  expect(await tagIt()).toEqual(first);
  expect(events).not.toHaveBeenCalled();
  expect(site.statements.writes).toBe(0);
  await site.close();
});

test('an issue that moved below another a moment ago is shown with what is above it now', async () => {
  const { site, panelBehind, onIssue } = await makeEpic();
  site.eventDelayMs = 180_000;
  const member = { kind: 'user', accountId: 'member' } as const;
  const epic = site.jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'Pay by phone' }, member);
  await onIssue('member', epic.key, 'tagIssue', { tag: { kind: 'objective', key: 'OBJ-2' }, measure: 'items' });
  site.jira.editIssue('WEB-2', { parent: epic.id }, member);
  site.clock.advance(10_001);
  expect((await panelBehind('WEB-2')).provenance).toMatchObject({ kind: 'inherited', fromId: epic.id });
  await site.close();
});
