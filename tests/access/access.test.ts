import { WHO_MAY } from '../../src/access/whoMay';
import type { Answer, BulkBatch, Contract } from '../../src/contract';
import { resolver } from '../../src/resolvers/index';
import { makeWorld, PEOPLE, type Person } from '../resolvers/world';
import { PAYLOADS } from './payloads';
import { addToScore } from './score';
import { IDS, type Ids, type Outcome, TABLE } from './table';

type Calls = keyof Contract;
type World = Awaited<ReturnType<typeof makeWorld>>;

const CALLS = Object.keys(WHO_MAY) as Calls[];
/** What no answer may hold: of the hidden project, and of the draft unless a strategist asks. */
const SECRET = /Secret|SEC-|hush/;
const DRAFT = /A draft/;

/** Issues and projects by id. WEB-1 is an epic that serves nothing; everybody may edit POS; nobody may browse SEC. */
const ISSUES: Record<Ids, string> = { own: 'WEB-1', foreign: 'POS-1', hidden: 'SEC-1', unknown: '' };
const OBJECTIVES: Record<Ids, string> = { own: 'OBJ-2', foreign: 'OBJ-1', hidden: 'OBJ-3', unknown: 'OBJ-99' };
const UNKNOWN_ID = '999999';

const withEpics = () =>
  makeWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills' });
    jira.addProject({ key: 'SEC', name: 'Secret', everyone: 'none' });
    jira.setPermissions('SEC', jira.appUser.accountId, 'admin');
    for (const project of ['WEB', 'POS', 'SEC']) jira.createIssue({ project, type: 'Epic', summary: 'hush' }, null);
    jira.addUser({ accountId: 'unlicensed', displayName: 'The unlicensed', isLicensed: false });
  });

const idOf = ({ site }: World, ids: Ids): string => (ids === 'unknown' ? UNKNOWN_ID : site.jira.issue(ISSUES[ids]).id);
const projectIdOf = ({ site }: World, ids: Ids): string =>
  ids === 'unknown' ? UNKNOWN_ID : site.jira.issue(ISSUES[ids]).project.id;

/** The payload of a call, with these ids where it names any. */
const payloadOf = (world: World, call: Calls, ids: Ids): unknown => {
  const payload = PAYLOADS[call];
  if (TABLE[call].names === 'objective') {
    if ('counted' in payload)
      return { ...payload, counted: { ...payload.counted, objective: { key: OBJECTIVES[ids], below: true } } };
    const name = 'objective' in payload ? 'objective' : 'key';
    return { ...payload, [name]: OBJECTIVES[ids] };
  }
  if (TABLE[call].names !== 'issueInPayload') return payload;
  const id = idOf(world, ids);
  return 'issueIds' in payload ? { ...payload, issueIds: [id] } : { ...payload, issueId: id };
};

/** The page from which a call comes, with these ids where it is about the page. */
const extensionOf = (world: World, call: Calls, ids: Ids): object => {
  const { names } = TABLE[call];
  const isPage = names === 'issue' || names === 'project';
  const on = isPage ? ids : 'own';
  return { issue: { id: idOf(world, on) }, project: { id: projectIdOf(world, on) } };
};

const ask = async (world: World, call: Calls, person: Person, ids: Ids): Promise<Answer<unknown>> =>
  await world.call(
    person,
    'alignment-panel',
    extensionOf(world, call, ids),
    call,
    payloadOf(world, call, ids) as never,
  );

/** Calls that answer what became of each issue. */
const LINKING: ReadonlySet<Calls> = new Set<Calls>([
  'linkIssues',
  'unlinkIssues',
  'linkInPortfolio',
  'unlinkInPortfolio',
  'deferInProject',
  'deferInPortfolio',
]);

const outcomeOf = (call: Calls, answer: Answer<unknown>): Outcome => {
  if (!answer.ok) return answer.error.code;
  if (call === 'gatherBulk') {
    const { editable, forbidden } = answer.data as BulkBatch;
    return editable > 0 ? 'ok' : forbidden > 0 ? 'forbidden' : 'notFound';
  }
  if (!LINKING.has(call)) return 'ok';
  const [first] = answer.data as { outcome: string }[];
  return ['linked', 'unlinked', 'done'].includes(first?.outcome ?? '') ? 'ok' : (first?.outcome as Outcome);
};

const leaks = (call: Calls, answer: Answer<unknown>, person: Person): boolean => {
  // Jira's administration shows every project to a Jira admin too, who chooses here which are left out.
  if (call === 'settingChoices' && person === 'admin') return false;
  const text = JSON.stringify(answer);
  const maySeeDrafts = person === 'editor' || person === 'admin';
  return SECRET.test(text) || (!maySeeDrafts && DRAFT.test(text));
};

const cases = CALLS.flatMap((call) =>
  IDS.filter((ids) => ids in TABLE[call]).flatMap((ids) =>
    PEOPLE.map((person) => {
      const expected = (TABLE[call] as Partial<Record<Ids, Record<Person, Outcome>>>)[ids]?.[person] ?? 'internal';
      return { call, ids, person, expected };
    }),
  ),
);

const check = async (world: World, { call, ids, person, expected }: (typeof cases)[number]): Promise<void> => {
  const answer = await ask(world, call, person, ids);
  const isLeak = leaks(call, answer, person);
  addToScore({ cases: 1, leaks: isLeak ? 1 : 0 });
  expect([outcomeOf(call, answer), isLeak]).toEqual([expected, false]);
};

const title = '$call by the $person, of ids that are $ids: $expected';

describe('what is allowed changes the site for what is asked after it', () => {
  test.each(cases.filter(({ expected }) => expected === 'ok'))(title, async (one) => {
    const world = await withEpics();
    await check(world, one);
    await world.site.close();
  });
});

describe('what is refused changes nothing, so all of it can be asked of one site', () => {
  let world: World;
  beforeAll(async () => {
    world = await withEpics();
  });
  afterAll(() => world.site.close());

  test.each(cases.filter(({ expected }) => expected !== 'ok'))(title, (one) => check(world, one));

  test.each(CALLS)('%s does not answer a visitor who is not logged in', async (call) => {
    for (const ids of IDS) {
      const request = { functionKey: call, payload: payloadOf(world, call, ids) as object };
      const context = { extension: extensionOf(world, call, ids) };
      const answer = (await world.site.runInApp(() => resolver({ call: request, context }))) as Answer<unknown>;
      addToScore({ cases: 1, leaks: answer.ok ? 1 : 0 });
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
  });

  test.each(CALLS)('%s is refused by Forge to an account without a licence', async (call) => {
    await expect(ask(world, call, 'unlicensed' as Person, 'own')).rejects.toThrow('licence');
    addToScore({ cases: 1, leaks: 0 });
  });

  test('what is hidden is answered like what does not exist', async () => {
    const without = (text: string) =>
      text.replaceAll(/"(reference|issueId)":"[^"]*"/g, '').replaceAll(/\b\d{5,}\b/g, '');
    for (const call of CALLS.filter((one) => TABLE[one].names !== 'nothing' && TABLE[one].names !== 'objective')) {
      for (const person of PEOPLE) {
        const [hidden, unknown] = await Promise.all([
          ask(world, call, person, 'hidden'),
          ask(world, call, person, 'unknown'),
        ]);
        expect([call, without(JSON.stringify(hidden))]).toEqual([call, without(JSON.stringify(unknown))]);
      }
    }
  });
});
