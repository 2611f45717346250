import type { Contract } from '../../src/contract';
import { DRAFT } from '../strategy/editing';
import { makeWorld, type Person } from './world';

const LOOK = { window: 90, measure: 'items' } as const;

describe('what a page may send, at the edge', () => {
  let world: Awaited<ReturnType<typeof makeWorld>>;
  beforeAll(async () => {
    world = await makeWorld(({ jira }) => jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'A' }, null));
  });
  afterAll(() => world.site.close());

  const codeOf = async <K extends keyof Contract>(
    call: K,
    payload: Parameters<Contract[K]>[0],
    person: Person = 'editor',
  ): Promise<string> => {
    const answer = await world.onIssue(person, 'WEB-1', call, payload);
    return answer.ok ? 'ok' : answer.error.code;
  };

  /** Above 2^53; as a number each is another id. */
  const ROUNDED = ['9007199254740993', '90071992547409921', '1000000000000000000', '9223372036854775807'];

  test.each(ROUNDED)('an id of Jira that no number holds exactly is none: %s', async (id) => {
    expect(await codeOf('linkIssues', { issueIds: [id], to: { kind: 'run' } }, 'member')).toBe('invalid');
    expect(await codeOf('proposeEpic', { issueId: id, proposal: null }, 'member')).toBe('invalid');
    expect(await codeOf('decideProposal', { issueId: id, decision: { decline: null } })).toBe('invalid');
    expect(
      await codeOf('unlinkedWork', { window: 90, part: 'all', filter: { component: id }, cursor: id }, 'member'),
    ).toBe('invalid');
    const asked = (extension: object) =>
      world.call('admin', 'alignment-panel', extension, 'issueAlignment', { measure: 'items' });
    expect(await asked({ issue: { id }, project: { id } })).toMatchObject({ error: { code: 'notFound' } });
    const project = world.call('admin', 'project-alignment', { project: { id } }, 'unlinkedEpics', {});
    expect(await project).toMatchObject({ error: { code: 'notFound' } });
  });

  test.each(['OBJ-\ud83d', '\udc00', 'OBJ-2\u0000', 'OBJ-\u202e2'])('%j is no key to ask for', async (key) => {
    expect(await codeOf('objectiveDetail', { ...LOOK, key })).toBe('invalid');
    expect(await codeOf('objectiveTitle', { key })).toBe('invalid');
    const counted = { part: 'blocked', standing: null, objective: { key, below: true }, weeks: null } as const;
    expect(await codeOf('countedInPortfolio', { ...LOOK, counted, row: null, cursor: null })).toBe('invalid');
    expect(await codeOf('tagIssue', { tag: { kind: 'objective', key }, measure: 'items' }, 'member')).toBe('invalid');
  });

  test('a search for half a character finds nothing, and fails nowhere', async () => {
    for (const query of ['\ud83d', 'a\udc00b', '\u202e'])
      expect(await codeOf('searchObjectives', { query })).toBe('ok');
  });

  test.each(['\ud83d', 'a\u0007', '\u202emarket'])('%j is no text of a check-in, nor of an objective', async (text) => {
    const said = { objective: 'OBJ-2', day: 0, note: text, health: null, decision: null, values: [] };
    expect(await codeOf('checkIn', said)).toBe('invalid');
    expect(await codeOf('checkIn', { ...said, note: null, decision: text })).toBe('invalid');
    const unit = {
      id: null,
      title: 'NPS',
      unit: text,
      goal: { kind: 'maintain', low: 1, high: 2 },
      weight: null,
    } as const;
    for (const changes of [{ title: text }, { description: text }, { owner: text }, { keyResults: [unit] }]) {
      const objective = { ...DRAFT, ...changes };
      expect(await codeOf('saveObjective', { key: 'OBJ-9', revision: null, objective })).toBe('invalid');
    }
    // The parser of files replaces halves of characters.
    const csv = `key,title\nOBJ-9,${text}`;
    const problems = text === '\ud83d' ? [] : [{ column: 'title' }];
    expect(await world.onPortfolio('editor', 'importStrategy', { csv, apply: false })).toMatchObject({
      data: { problems },
    });
  });
});
