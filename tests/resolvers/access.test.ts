import { WHO_MAY } from '../../src/access/whoMay';
import type { Contract, ErrorCode } from '../../src/contract';
import { resolver } from '../../src/resolvers/index';
import { makeWorld, PEOPLE, type Person } from './world';
import { PAYLOADS } from '../access/payloads';

type Calls = keyof Contract;

type Expected = Record<Person, 'ok' | ErrorCode>;
const everybody = (answer: Expected[Person], but: Partial<Expected> = {}): Expected => ({
  ...(Object.fromEntries(PEOPLE.map((person) => [person, answer])) as Expected),
  ...but,
});
const browsers = everybody('ok', { outsider: 'notFound' });
const strategists = everybody('forbidden', { editor: 'ok', admin: 'ok' });
const admins = everybody('forbidden', { admin: 'ok' });

/** What each person gets from each call. */
const EXPECTED: Record<Calls, Expected> = {
  searchObjectives: everybody('ok'),
  inheritedObjective: browsers,
  issueAlignment: browsers,
  tagIssue: everybody('forbidden', { member: 'ok', outsider: 'notFound' }),
  projectAlignment: browsers,
  projectFilters: browsers,
  unlinkedWork: browsers,
  linkIssues: browsers,
  unlinkedEpics: browsers,
  // Who may not edit the epic may not propose it.
  proposeEpic: everybody('forbidden', { member: 'ok', outsider: 'notFound' }),
  portfolio: everybody('ok'),
  functionMatrix: everybody('ok'),
  objectiveDetail: everybody('ok'),
  blockedWork: everybody('ok'),
  review: everybody('ok'),
  recordReview: strategists,
  strategy: strategists,
  saveObjective: strategists,
  moveObjective: strategists,
  archiveObjective: strategists,
  objectiveImpact: strategists,
  checkIn: { ...strategists, owner: 'ok' },
  dueCheckIns: everybody('ok'),
  exportStrategy: strategists,
  importStrategy: strategists,
  proposedEpics: strategists,
  decideProposal: everybody('forbidden', { editor: 'notFound', admin: 'notFound' }),
  myAccess: everybody('ok'),
  settings: admins,
  settingChoices: admins,
  saveSettings: admins,
  operations: admins,
  syncAgain: admins,
};

const cases = (Object.keys(EXPECTED) as Calls[]).flatMap((call) =>
  PEOPLE.map((person) => [call, person, EXPECTED[call][person]] as const),
);

test('the table covers every call', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(WHO_MAY).sort());
});

/** A site with an epic, WEB-1, that serves nothing. */
const withEpic = () => makeWorld(({ jira }) => jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'A' }, null));

const outcome = async ({ site, onIssue }: Awaited<ReturnType<typeof withEpic>>, call: Calls, person: Person) => {
  const { id } = site.jira.issue('WEB-1');
  const payload = call === 'proposeEpic' ? { issueId: id, proposal: { note: null } } : PAYLOADS[call];
  const answer = await onIssue(person, 'WEB-1', call, payload);
  return answer.ok ? 'ok' : answer.error.code;
};

test.each(cases.filter(([, , expected]) => expected === 'ok'))('%s by the %s: %s', async (call, person, expected) => {
  const world = await withEpic();
  expect(await outcome(world, call, person)).toBe(expected);
  await world.site.close();
});

describe('what is refused changes nothing, so all of it can be asked of one site', () => {
  let world: Awaited<ReturnType<typeof withEpic>>;
  beforeAll(async () => {
    world = await withEpic();
  });
  afterAll(() => world.site.close());

  test.each(cases.filter(([, , expected]) => expected !== 'ok'))('%s by the %s: %s', async (call, person, expected) => {
    expect(await outcome(world, call, person)).toBe(expected);
  });
});

test.each(Object.keys(WHO_MAY) as Calls[])('%s does not answer a visitor who is not logged in', async (call) => {
  const { site } = await makeWorld(({ jira }) =>
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'A' }, null),
  );
  const issue = site.jira.issue('WEB-1');
  const context = { extension: { issue: { id: issue.id }, project: { id: issue.project.id } } };
  const answer = await site.runInApp(() => resolver({ call: { functionKey: call, payload: PAYLOADS[call] }, context }));
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  await site.close();
});

test('a reader links nothing, and is told so for each issue', async () => {
  const { site, onProject } = await makeWorld(({ jira }) =>
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'A' }, null),
  );
  const { id } = site.jira.issue('WEB-1');
  expect(await onProject('reader', 'linkIssues', { issueIds: [id], to: { kind: 'run' } })).toMatchObject({
    ok: true,
    data: [{ issueId: id, key: 'WEB-1', outcome: 'forbidden', message: 'You may not edit WEB-1.' }],
  });
  await site.close();
});

test('issues of another project are not linked from this one, even by who may edit them', async () => {
  const { site, onProject } = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills' });
    jira.createIssue({ project: 'POS', type: 'Story', summary: 'B' }, null);
  });
  const { id } = site.jira.issue('POS-1');
  expect(await onProject('member', 'linkIssues', { issueIds: [id], to: { kind: 'run' } })).toMatchObject({
    data: [{ key: null, outcome: 'notFound' }],
  });
  expect(site.jira.issue('POS-1').appValues).toEqual({});
  await site.close();
});

test('the browser cannot claim another issue: ids come from the context, payloads are checked', async () => {
  const { site, onProject } = await makeWorld();
  for (const issueIds of [
    [],
    ['WEB-1'],
    ['1; DROP TABLE work_item'],
    Array.from({ length: 101 }, (_, id) => String(id)),
  ]) {
    expect(await onProject('member', 'linkIssues', { issueIds, to: { kind: 'run' } })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  }
  await site.close();
});
