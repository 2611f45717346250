import type { Tag } from '../../src/contract';
import { everyObjectiveKey } from '../../src/store/objectives';
import { dataOf, makeWorld, type Person } from './world';

const FIELD = 'strategic-objective';

/** An epic with a story and a bug below it, and a sub-task of the story. */
const makeEpic = () =>
  makeWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'Pick up in store' }, null);
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'Reserve', parent: 'WEB-1' }, null);
    jira.createIssue({ project: 'WEB', type: 'Sub-task', summary: 'Button', parent: 'WEB-2' }, null);
    jira.createIssue(
      { project: 'WEB', type: 'Bug', summary: 'Typo', parent: 'WEB-1', status: 'Done', resolution: 'Done' },
      null,
    );
  });

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
  expect(child.provenance).toEqual({ kind: 'inherited', from: { key: 'WEB-1', summary: 'Pick up in store' } });
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
  expect((await panel('WEB-3')).counted).toEqual({ kind: 'subtask', parentId: parent.id, parentKey: 'WEB-2' });
  await onIssue('member', 'WEB-3', 'tagIssue', { tag: { kind: 'run' }, measure: 'items' });
  expect(site.jira.issue('WEB-2').appValues).toEqual({ customfield_10100: { key: 'RUN', name: 'Run the business' } });
  expect(site.jira.issue('WEB-3').appValues).toEqual({});
  expect((await panel('WEB-3')).serves).toEqual({ kind: 'run' });
  await site.close();
});

test('an edit in the native field shows at once, though its event is three minutes away', async () => {
  const { site, panel } = await makeEpic();
  site.eventDelayMs = 180_000;
  const value = { key: 'OBJ-2', name: 'Superior service' };
  site.jira.editIssue('WEB-1', { appValues: { [FIELD]: value } }, { kind: 'user', accountId: 'member' });
  expect((await panel('WEB-2')).provenance).toMatchObject({ kind: 'inherited', from: { key: 'WEB-1' } });
  site.jira.editIssue('WEB-1', { appValues: { [FIELD]: null } }, { kind: 'user', accountId: 'member' });
  expect((await panel('WEB-2')).serves).toEqual({ kind: 'none' });
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

test('a page of an issue costs a handful of statements and three calls, however much is above it', async () => {
  const { site, panel } = await makeEpic();
  site.statements.reset();
  await panel('WEB-3');
  expect(site.statements.sql).toBeLessThanOrEqual(10);
  // May they see it, what it is with all above it, and what they may do.
  expect(site.statements.jira).toBe(3);
  await site.close();
});

test('an issue that moved below another a moment ago is shown with what is above it now', async () => {
  const { site, panel, onIssue } = await makeEpic();
  site.eventDelayMs = 180_000;
  const member = { kind: 'user', accountId: 'member' } as const;
  const epic = site.jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'Pay by phone' }, member);
  await onIssue('member', epic.key, 'tagIssue', { tag: { kind: 'objective', key: 'OBJ-2' }, measure: 'items' });
  site.jira.editIssue('WEB-2', { parent: epic.id }, member);
  expect((await panel('WEB-2')).provenance).toEqual({
    kind: 'inherited',
    from: { key: epic.key, summary: 'Pay by phone' },
  });
  await site.close();
});

describe('what the field says of an issue without a value', () => {
  const inherited = async (world: Awaited<ReturnType<typeof makeEpic>>, key: string, person: Person = 'member') =>
    dataOf(await world.onIssue(person, key, 'inheritedObjective', {}));
  const tagEpic = ({ onIssue }: Awaited<ReturnType<typeof makeEpic>>, tag: Tag) =>
    onIssue('member', 'WEB-1', 'tagIssue', { tag, measure: 'items' });

  test('is what it inherits, with the issue above; its own objective is for the field itself', async () => {
    const world = await makeEpic();
    expect(await inherited(world, 'WEB-2')).toBeNull();
    await tagEpic(world, { kind: 'objective', key: 'OBJ-2' });
    const value = { tag: { kind: 'objective', key: 'OBJ-2' }, title: 'Superior service', from: 'WEB-1' };
    expect(await inherited(world, 'WEB-2')).toEqual(value);
    expect(await inherited(world, 'WEB-3')).toEqual(value);
    expect(await inherited(world, 'WEB-1')).toBeNull();
    await tagEpic(world, { kind: 'run' });
    expect(await inherited(world, 'WEB-2')).toMatchObject({ tag: { kind: 'run' }, from: 'WEB-1' });
    await world.site.close();
  });

  test('does not name an issue above that the viewer may not see, nor the title of a draft', async () => {
    const world = await makeEpic();
    await tagEpic(world, { kind: 'objective', key: 'OBJ-2' });
    world.site.jira.editIssue('WEB-1', { visibleTo: ['member', world.site.jira.appUser.accountId] });
    expect(await inherited(world, 'WEB-2', 'member')).toMatchObject({ from: 'WEB-1' });
    expect(await inherited(world, 'WEB-2', 'reader')).toEqual({
      tag: { kind: 'objective', key: 'OBJ-2' },
      title: 'Superior service',
      from: null,
    });
    const draft = { appValues: { [FIELD]: { key: 'OBJ-3', name: '' } } };
    world.site.jira.editIssue('WEB-1', draft, { kind: 'user', accountId: 'member' });
    for (let round = 0; round < 2; round += 1) {
      await world.site.settle();
      world.site.clock.advance(10_000);
    }
    await world.site.settle();
    expect(await inherited(world, 'WEB-2')).toMatchObject({ tag: { key: 'OBJ-3' }, title: '' });
    await world.site.close();
  });
});

test('a value that is no key is no tag: nothing is made of it, and the panel says so', async () => {
  const { site, panel, onIssue } = await makeEpic();
  // As a field may hold it from before its schema knew better.
  const held = { customfield_10100: { key: 'OBJ-2 ', name: 'Superior service' } };
  Object.assign(site.jira.issue('WEB-2').appValues, held);
  expect(await panel('WEB-2')).toMatchObject({
    tag: null,
    malformedTag: true,
    serves: { kind: 'none' },
    standing: 'unlinked',
  });
  expect(await site.runInApp(everyObjectiveKey)).toEqual(['OBJ-1', 'OBJ-2', 'OBJ-3', 'OBJ-4']);
  await onIssue('member', 'WEB-2', 'tagIssue', { tag: { kind: 'objective', key: 'OBJ-2' }, measure: 'items' });
  expect(await panel('WEB-2')).toMatchObject({ malformedTag: false, tag: { kind: 'objective', key: 'OBJ-2' } });
  await site.close();
});
