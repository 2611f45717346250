import type { StatedObjective } from '../../../src/contract';
import { dataOf, DAY_MS } from '../../resolvers/world';
import { quiet } from '../../sync/drift/quiet';
import { type InitiativesWorld, nameTypes, ofType, withInitiatives } from './initiatives';

jest.setTimeout(120_000);

let world: InitiativesWorld;
let key: string;
beforeAll(async () => {
  world = await withInitiatives();
  const [first] = ofType(world.site, 'Initiative');
  world.site.jira.editIssue(
    first?.id ?? '',
    { assignee: 'owner', due: '2026-07-01' },
    { kind: 'user', accountId: 'member' },
  );
  await nameTypes(world.site, ['Initiative']);
  const { issues } = dataOf(await world.onPortfolio('editor', 'objectiveIssues', {}));
  key = issues.find(({ issueId }) => issueId === first?.id)?.key ?? '';
});
afterAll(() => world.site.close());

const stated = async (): Promise<StatedObjective> =>
  dataOf(await world.onPortfolio('editor', 'statedObjective', { key }));

const save = async (changes: Partial<StatedObjective>) => {
  const { key: own, revision, archived, ...objective } = { ...(await stated()), ...changes };
  expect(archived).toBe(false);
  return world.onPortfolio('editor', 'saveObjective', { key: own, revision, objective });
};

test('what the app adds is kept with its history; what Jira says is neither stored nor changed by it', async () => {
  const keyResult = {
    id: null,
    title: 'Score',
    unit: 'points',
    goal: { kind: 'reach', baseline: 0, target: 10 },
    weight: 1,
  };
  const added = { weight: 3, perspective: 'customer', keyResults: [keyResult] } as unknown as Partial<StatedObjective>;
  const saved = dataOf(await save({ ...added, title: 'Mine', owner: 'editor', target: 1, status: 'dropped' }));
  expect(saved).toMatchObject({
    weight: 3,
    perspective: 'customer',
    title: '',
    owner: null,
    target: null,
    status: 'active',
  });
  expect(saved.keyResults).toHaveLength(1);
  const { history } = dataOf(await world.onPortfolio('editor', 'objectiveHistory', { key, before: null }));
  expect(history.flatMap(({ changes }) => changes.map(({ field }) => field))).toEqual([
    'weight',
    'perspective',
    'keyResult',
  ]);
  expect(JSON.stringify(history)).not.toContain('owner');
  const look = { window: 90, measure: 'items' } as const;
  const detail = dataOf(await world.onPortfolio('owner', 'objectiveDetail', { ...look, key }));
  // The assignee is the owner, and may check in. Which day is expected follows from the due date.
  expect(detail).toMatchObject({ mayCheckIn: true, objective: { weight: 3, owner: null, target: null } });
});

test('an admin sees how many objectives are issues, and how many are stated', async () => {
  const { objectives } = dataOf(await world.onPortfolio('admin', 'operations', {}));
  expect(objectives).toEqual({ stated: 4, issues: ofType(world.site, 'Initiative').length, most: 2_000 });
});

test('it is moved, archived and deleted in Jira alone, and nothing is stated below it or tagged with it', async () => {
  const { revision } = await stated();
  const refused = { error: { code: 'invalid', message: 'This objective is an issue. Change it in Jira.' } };
  expect(await world.onPortfolio('editor', 'archiveObjective', { key, revision, archived: true })).toMatchObject(
    refused,
  );
  expect(await world.onPortfolio('editor', 'deleteObjective', { key, revision })).toMatchObject(refused);
  const move = { key, revision, parent: 'OBJ-1', before: null };
  expect(await world.onPortfolio('editor', 'moveObjective', move)).toMatchObject(refused);
  const other = dataOf(await world.onPortfolio('editor', 'statedObjective', { key: 'OBJ-2' }));
  const below = { key: 'OBJ-2', revision: other.revision, parent: key, before: null };
  expect(await world.onPortfolio('editor', 'moveObjective', below)).toMatchObject({
    error: { code: 'invalid', field: 'parent' },
  });
  const story = ofType(world.site, 'Story')[0]?.key ?? '';
  const tag = { kind: 'objective', key } as const;
  expect(await world.onIssue('member', story, 'tagIssue', { tag, measure: 'items' })).toMatchObject({
    error: { code: 'invalid' },
  });
  expect(dataOf(await world.onIssue('member', story, 'searchObjectives', { query: '' })).map((one) => one.key)).toEqual(
    ['OBJ-1', 'OBJ-2'],
  );
  expect(dataOf(await world.onPortfolio('editor', 'exportStrategy', {})).csv).not.toContain(key);
});

test('the panel says whether a tag, the hierarchy or a link leads to it', async () => {
  const { site, panel } = world;
  const [first] = ofType(site, 'Initiative');
  const beside = ofType(site, 'Story').at(-1);
  const [story] = ofType(site, 'Story');
  if (!first || !story || !beside) throw new Error('The site lacks issues.');
  expect((await panel(story.key)).provenance).toEqual({ kind: 'hierarchy', fromId: first.id });
  expect(await panel(first.key)).toMatchObject({ provenance: { kind: 'itself' }, counted: { kind: 'objective' } });
  await nameTypes(site, ['Initiative'], ['Contributes']);
  site.jira.links.link('Contributes', beside.id, first.id);
  await quiet(site);
  expect((await panel(beside.key)).provenance).toEqual({
    kind: 'link',
    fromId: beside.id,
    joins: { types: [Number(first.type.id)], links: [expect.any(Number)] },
  });
});

test('nobody is asked for notes on an objective before a cadence has passed since the app found it', async () => {
  const look = { window: 90, measure: 'items' } as const;
  const asked = async () => {
    const { objectives, findings } = dataOf(await world.onPortfolio('editor', 'portfolio', look));
    const inJira = objectives.filter(({ objective }) => !objective.key.startsWith('OBJ-'));
    const keys = new Set(inJira.map(({ objective }) => objective.key));
    const missed = findings.flatMap(({ evidence }) =>
      (evidence.kind === 'notCommunicated' || evidence.kind === 'notStated') && keys.has(evidence.objective)
        ? evidence.kind
        : [],
    );
    return { since: [...new Set(inJira.map(({ activeSince }) => activeSince))], missed: [...new Set(missed)].sort() };
  };
  const found = Math.floor(world.site.clock.now() / DAY_MS);
  expect(await asked()).toEqual({ since: [found], missed: [] });
  world.site.clock.advance(29 * DAY_MS);
  await quiet(world.site);
  expect(await asked()).toEqual({ since: [found], missed: [] });
  world.site.clock.advance(DAY_MS);
  await quiet(world.site);
  expect(await asked()).toEqual({ since: [found], missed: ['notCommunicated'] });
});
