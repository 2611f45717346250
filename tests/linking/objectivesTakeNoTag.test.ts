import { nameTypes, ofType, withInitiatives } from '../insight/strategyInJira/initiatives';
import { dataOf } from '../resolvers/world';
import { settle, TO } from './bulkWorld';

const FIELD = 'strategic-objective';
const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
const MEMBER = { kind: 'user', accountId: 'member' } as const;
const SAID = /^WEB-1 is an objective itself, and no work: what is below it serves it\./;

jest.setTimeout(120_000);
beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
});

const worldOf = async (types: string[]) => {
  const world = await withInitiatives();
  const { site, onIssue } = world;
  await nameTypes(site, types);
  const tagOf = (key: string): unknown => Object.values(site.jira.issue(key).appValues)[0] ?? null;
  const [first, second] = ofType(site, types[0] ?? '');
  const [epic] = ofType(site, 'Epic');
  if (!first || !second || !epic) throw new Error('The site lacks issues.');
  const tag = (key: string, wanted: typeof TO | null) =>
    onIssue('member', key, 'tagIssue', { tag: wanted, measure: 'items' });
  return { ...world, tagOf, first, second, epic, tag };
};

test('linking says which issues are objectives, and writes only to work; what one was given before can be taken back', async () => {
  const { site, onProject, tagOf, first, second, epic } = await worldOf(['Initiative']);
  site.jira.editIssue(second.key, { appValues: { [FIELD]: OBJ_2 } }, MEMBER);
  const link = async (...issueIds: string[]) => dataOf(await onProject('member', 'linkIssues', { issueIds, to: TO }));
  expect(await link(first.id, second.id, epic.id)).toEqual([
    { issueId: first.id, key: 'WEB-1', outcome: 'objective', message: expect.stringMatching(SAID) as string },
    expect.objectContaining({ issueId: second.id, outcome: 'objective' }),
    { issueId: epic.id, key: epic.key, outcome: 'linked', message: null },
  ]);
  expect([first, second, epic].map(({ key }) => tagOf(key))).toEqual([null, OBJ_2, OBJ_2]);
  const unlink = { issueIds: [second.id], was: TO, back: null };
  expect(dataOf(await onProject('member', 'unlinkIssues', unlink))).toMatchObject([{ outcome: 'unlinked' }]);
  expect(tagOf(second.key)).toBeNull();
  await site.close();
});

test('the panel sets no tag on an objective, but clears one that it has', async () => {
  const { site, tagOf, first, tag } = await worldOf(['Initiative']);
  expect(await tag(first.key, TO)).toMatchObject({
    error: { code: 'invalid', message: expect.stringMatching(SAID) as string },
  });
  site.jira.editIssue(first.key, { appValues: { [FIELD]: OBJ_2 } }, MEMBER);
  expect(dataOf(await tag(first.key, null))).toMatchObject({ tag: null, provenance: { kind: 'itself' } });
  expect(tagOf(first.key)).toBeNull();
  await site.close();
});

test('nor does it by way of a sub-task, which is part of it', async () => {
  const { site, onIssue, tagOf, first, tag } = await worldOf(['Story']);
  const part = site.jira.createIssue(
    { project: 'WEB', type: 'Sub-task', summary: 'S', parent: first.key, appValues: { [FIELD]: OBJ_2 } },
    MEMBER,
  );
  await settle(site);
  const refused = {
    error: { code: 'invalid', message: expect.stringContaining(`${first.key} is an objective`) as string },
  };
  expect(await tag(part.key, TO)).toMatchObject(refused);
  expect(await onIssue('member', part.key, 'moveTagToParent', { measure: 'items' })).toMatchObject(refused);
  expect([first, part].map(({ key }) => tagOf(key))).toEqual([null, OBJ_2]);
  await site.close();
});

test('bulk linking counts objectives, and links the others', async () => {
  const { site, onProject, tagOf, first, second, epic } = await worldOf(['Initiative']);
  const issueIds = [first, second, epic].map(({ id }) => id);
  const batch = dataOf(await onProject('member', 'gatherBulk', { job: null, source: 'jql', issueIds }));
  expect(batch).toMatchObject({ editable: 1, objective: 2, forbidden: 0, notFound: 0, subtask: 0 });
  dataOf(await onProject('member', 'startBulk', { job: batch.job, to: TO, overwrites: true }));
  await settle(site);
  expect(dataOf(await onProject('member', 'bulkJobs', { before: null })).jobs).toMatchObject([
    { issues: { done: 1, objective: 2 } },
  ]);
  const became = { job: batch.job, became: 'objective', after: null } as const;
  expect(dataOf(await onProject('member', 'bulkAnswers', became)).issues).toEqual([
    { id: first.id },
    { id: second.id },
  ]);
  expect([first, second, epic].map(({ key }) => tagOf(key))).toEqual([null, null, OBJ_2]);
  await site.close();
});

test('a rule takes no objective, neither when it is stated nor when one changes, and its preview says so', async () => {
  const { site, call, tagOf, first, epic } = await worldOf(['Initiative']);
  site.jira.editIssue(epic.key, { labels: ['aim'] }, MEMBER);
  const jql = 'type = Initiative OR labels = aim';
  const issueIds = [...ofType(site, 'Initiative'), epic].map(({ id }) => id);
  expect(dataOf(await call('editor', 'portfolio', {}, 'previewRule', { to: TO, issueIds }))).toMatchObject({
    takes: 1,
    others: 12,
  });
  const { rules } = dataOf(await call('editor', 'portfolio', {}, 'saveRule', { id: null, jql, to: TO, on: true }));
  for (let round = 0; round < 3; round += 1) await settle(site);
  site.jira.editIssue(first.key, { summary: 'Anew' }, MEMBER);
  const made = site.jira.createIssue({ project: 'WEB', type: 'Initiative', summary: 'New' }, MEMBER);
  for (let round = 0; round < 3; round += 1) await settle(site);
  expect([first, made, epic].map(({ key }) => tagOf(key))).toEqual([null, null, OBJ_2]);
  expect(ofType(site, 'Initiative').filter(({ key }) => tagOf(key) !== null)).toEqual([]);
  const told = dataOf(await call('editor', 'portfolio', {}, 'rules', {})).rules;
  expect(told).toMatchObject([{ id: rules[0]?.id, tagged: 1, waiting: 0 }]);
  await site.close();
});
