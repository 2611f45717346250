import type { Tag } from '../../src/contract';
import { database } from '../../src/store/sql/database';
import { makeEpic } from './epic';
import { dataOf, type Person } from './world';

const FIELD = 'strategic-objective';

describe('what the field says of an issue without a value', () => {
  const inherited = async (world: Awaited<ReturnType<typeof makeEpic>>, key: string, person: Person = 'member') =>
    dataOf(await world.onIssue(person, key, 'inheritedObjective', {}));
  const tagEpic = ({ onIssue }: Awaited<ReturnType<typeof makeEpic>>, tag: Tag) =>
    onIssue('member', 'WEB-1', 'tagIssue', { tag, measure: 'items' });

  test('is what it inherits, with the issue above; its own objective is for the field itself', async () => {
    const world = await makeEpic();
    expect(await inherited(world, 'WEB-2')).toBeNull();
    await tagEpic(world, { kind: 'objective', key: 'OBJ-2' });
    const fromId = world.site.jira.issue('WEB-1').id;
    const value = { tag: { kind: 'objective', key: 'OBJ-2' }, title: 'Superior service', fromId };
    expect(await inherited(world, 'WEB-2')).toEqual(value);
    expect(await inherited(world, 'WEB-3')).toEqual(value);
    expect(await inherited(world, 'WEB-1')).toBeNull();
    await tagEpic(world, { kind: 'run' });
    expect(await inherited(world, 'WEB-2')).toMatchObject({ tag: { kind: 'run' }, fromId });
    await world.site.close();
  });

  test('does not name an issue of a project that the viewer may not browse, nor the title of a draft', async () => {
    const world = await makeEpic();
    const { jira } = world.site;
    const member = { kind: 'user', accountId: 'member' } as const;
    await tagEpic(world, { kind: 'objective', key: 'OBJ-2' });
    jira.addProject({ key: 'OPS', name: 'Operations', everyone: 'none' });
    for (const person of ['member', jira.appUser.accountId]) jira.setPermissions('OPS', person, 'admin');
    const value = { key: 'OBJ-2', name: 'Superior service' };
    const epic = { project: 'OPS', type: 'Epic', summary: 'Hidden', appValues: { [FIELD]: value } };
    jira.editIssue('WEB-2', { parent: jira.createIssue(epic, member).id }, member);
    await world.site.settle();
    world.site.clock.advance(10_000);
    await world.site.settle();
    world.site.clock.advance(5 * 60_000);
    const { id: fromId } = jira.issue('OPS-1');
    const seen = { tag: { kind: 'objective', key: 'OBJ-2' }, title: 'Superior service' };
    expect(await inherited(world, 'WEB-2', 'member')).toEqual({ ...seen, fromId });
    expect(await inherited(world, 'WEB-2', 'reader')).toEqual({ ...seen, fromId: null });
    jira.editIssue('WEB-2', { parent: jira.issue('WEB-1').id }, member);
    const draft = { appValues: { [FIELD]: { key: 'OBJ-3', name: '' } } };
    world.site.jira.editIssue('WEB-1', draft, { kind: 'user', accountId: 'member' });
    for (let round = 0; round < 2; round += 1) {
      await world.site.settle();
      world.site.clock.advance(10_000);
    }
    await world.site.settle();
    world.site.clock.advance(10_000);
    await world.site.settle();
    expect(await inherited(world, 'WEB-2')).toMatchObject({ tag: { key: 'OBJ-3' }, title: '' });
    await world.site.close();
  });

  test('costs no rate point once Jira has said what the viewer may do', async () => {
    const world = await makeEpic();
    await tagEpic(world, { kind: 'objective', key: 'OBJ-2' });
    await inherited(world, 'WEB-2');
    world.site.statements.reset();
    expect(await inherited(world, 'WEB-2')).not.toBeNull();
    expect(world.site.statements.jira).toBe(0);
    expect(world.site.statements.sql).toBeLessThanOrEqual(4);
    await world.site.close();
  });
});

test('a value that is no key is no tag: nothing is made of it, and the page is told in which field it can see it', async () => {
  const { site, panel, panelBehind, onIssue } = await makeEpic();
  // As a field may hold it from before its schema knew better.
  const held = { customfield_10100: { key: 'OBJ-2 ', name: 'Superior service' } };
  Object.assign(site.jira.issue('WEB-2').appValues, held);
  expect(await panelBehind('WEB-2')).toMatchObject({
    tag: null,
    field: 'customfield_10100',
    serves: { kind: 'none' },
    standing: 'unlinked',
  });
  const stored = await site.runInApp(() => database.selectFrom('objective').select('objective_key').execute());
  expect(stored.map((row) => row.objective_key)).toEqual(['OBJ-1', 'OBJ-2', 'OBJ-3', 'OBJ-4']);
  await onIssue('member', 'WEB-2', 'tagIssue', { tag: { kind: 'objective', key: 'OBJ-2' }, measure: 'items' });
  expect(await panel('WEB-2')).toMatchObject({ tag: { kind: 'objective', key: 'OBJ-2' } });
  await site.close();
});

test('the title of a key is the stored one, whatever an issue says; none of a draft, nor of a key that nobody stated', async () => {
  const { site, onIssue } = await makeEpic();
  const forged = { appValues: { [FIELD]: { key: 'OBJ-2', name: 'Forged' } } };
  site.jira.editIssue('WEB-1', forged, { kind: 'user', accountId: 'member' });
  await site.settle();
  const title = async (key: string, person: Person = 'reader') =>
    dataOf(await onIssue(person, 'WEB-1', 'objectiveTitle', { key }));
  expect(await title('OBJ-2')).toEqual({ key: 'OBJ-2', title: 'Superior service', status: 'active' });
  expect(await title('OBJ-4')).toMatchObject({ title: 'Long done', status: 'achieved' });
  expect(await title('OBJ-3', 'owner')).toEqual({ key: 'OBJ-3', title: '', status: 'draft' });
  expect(await title('OBJ-99')).toEqual({ key: 'OBJ-99', title: '', status: 'unknown' });
  const { serves } = dataOf(await onIssue('reader', 'WEB-1', 'issueAlignment', { measure: 'items', behind: true }));
  expect(JSON.stringify(serves)).toContain('Superior service');
  expect(JSON.stringify(serves)).not.toContain('Forged');
  await site.close();
});
