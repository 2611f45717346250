import type { Strategy } from '../../../src/contract';
import { dataOf } from '../../resolvers/world';
import { DRAFT, eventsOf, FIELD, inEditing } from '../editing';

describe('moving an objective', () => {
  const order = ({ objectives }: Strategy, parent: string | null): string[] =>
    objectives.filter((one) => one.parent === parent).map(({ key }) => key);

  test('puts it among its siblings where it is wanted', () =>
    inEditing(async ({ ask, strategy, site }) => {
      expect(order(await strategy(), null)).toEqual(['OBJ-1', 'OBJ-3', 'OBJ-4']);
      const moved = dataOf(await ask('moveObjective', { key: 'OBJ-4', revision: 1, parent: null, before: 'OBJ-1' }));
      expect(order(moved, null)).toEqual(['OBJ-4', 'OBJ-1', 'OBJ-3']);
      const last = dataOf(await ask('moveObjective', { key: 'OBJ-1', revision: 1, parent: null, before: null }));
      expect(order(last, null)).toEqual(['OBJ-4', 'OBJ-3', 'OBJ-1']);
      expect(await site.runInApp(() => eventsOf('OBJ-1'))).toHaveLength(1);
    }));

  test('under another parent is a change that is kept', () =>
    inEditing(async ({ ask, site }) => {
      const moved = dataOf(await ask('moveObjective', { key: 'OBJ-3', revision: 1, parent: 'OBJ-1', before: 'OBJ-2' }));
      expect(order(moved, 'OBJ-1')).toEqual(['OBJ-3', 'OBJ-2']);
      expect(moved.objectives.find(({ key }) => key === 'OBJ-3')?.revision).toBe(2);
      expect(await site.runInApp(() => eventsOf('OBJ-3'))).toMatchObject([
        {},
        { before: { objective: { parent: null } }, after: { objective: { parent: 'OBJ-1' } } },
      ]);
    }));

  test('below itself is refused, and the loop is named', () =>
    inEditing(async ({ ask, save }) => {
      await save('OBJ-5', null, { parent: 'OBJ-2' });
      expect(await ask('moveObjective', { key: 'OBJ-1', revision: 1, parent: 'OBJ-5', before: null })).toMatchObject({
        error: {
          code: 'invalid',
          field: 'parent',
          message: 'The parent would put OBJ-1 below itself: OBJ-1 → OBJ-5 → OBJ-2 → OBJ-1.',
        },
      });
      expect(await ask('objectiveImpact', { key: 'OBJ-1', parent: 'OBJ-5', status: 'active' })).toMatchObject({
        error: { code: 'invalid', field: 'parent' },
      });
    }));

  test('before something that is not there is refused, and so is an older revision', () =>
    inEditing(async ({ ask, save }) => {
      expect(await ask('moveObjective', { key: 'OBJ-3', revision: 1, parent: null, before: 'OBJ-2' })).toMatchObject({
        error: { code: 'invalid', field: 'before' },
      });
      await save('OBJ-3', 1, { title: 'Another' });
      expect(await ask('moveObjective', { key: 'OBJ-3', revision: 1, parent: null, before: null })).toMatchObject({
        error: { code: 'conflict' },
      });
      expect(await ask('moveObjective', { key: 'OBJ-77', revision: 1, parent: null, before: null })).toMatchObject({
        error: { code: 'notFound' },
      });
    }));
});

describe('archiving an objective', () => {
  test('takes it out of sight and back, where it is not active', () =>
    inEditing(async ({ ask, find, site }) => {
      dataOf(await ask('archiveObjective', { key: 'OBJ-4', revision: 1, archived: true }));
      expect(await find('OBJ-4')).toMatchObject({ archived: true, revision: 2 });
      dataOf(await ask('archiveObjective', { key: 'OBJ-4', revision: 2, archived: false }));
      expect(await find('OBJ-4')).toMatchObject({ archived: false, revision: 3 });
      expect(await site.runInApp(() => eventsOf('OBJ-4'))).toHaveLength(3);
    }));

  test('is refused while it or something below it is active', () =>
    inEditing(async ({ ask, save }) => {
      expect(await ask('archiveObjective', { key: 'OBJ-2', revision: 1, archived: true })).toMatchObject({
        error: { code: 'invalid', message: expect.stringContaining('OBJ-2 is active') as string },
      });
      await save('OBJ-1', 1, { status: 'achieved' });
      expect(await ask('archiveObjective', { key: 'OBJ-1', revision: 2, archived: true })).toMatchObject({
        error: { code: 'invalid', message: 'The objective cannot be archived: OBJ-2 below it is active.' },
      });
    }));

  test('nothing becomes active out of sight', () =>
    inEditing(async ({ ask }) => {
      dataOf(await ask('archiveObjective', { key: 'OBJ-4', revision: 1, archived: true }));
      const active = { key: 'OBJ-4', revision: 2, objective: { ...DRAFT, status: 'active' } } as const;
      expect(await ask('saveObjective', active)).toMatchObject({ error: { code: 'invalid', field: 'status' } });
      const below = { key: 'OBJ-9', revision: null, objective: { ...DRAFT, parent: 'OBJ-4' } };
      expect(await ask('saveObjective', below)).toMatchObject({ error: { code: 'invalid', field: 'parent' } });
    }));
});

test('the impact of a move and a new status, over all projects', () =>
  inEditing(
    async ({ ask }) => {
      expect(dataOf(await ask('objectiveImpact', { key: 'OBJ-1', parent: null, status: 'dropped' }))).toEqual({
        covers: 'all',
        below: 1,
        work: { todo: 2, doing: 1, done: 1 },
        // What serves OBJ-2 below it stays aligned: OBJ-2 itself is active.
        becomeStale: 1,
        comeAlive: 0,
        aboveBefore: [],
        aboveAfter: [],
        plannedShareBefore: 1,
        plannedShareAfter: 0,
      });
      expect(dataOf(await ask('objectiveImpact', { key: 'OBJ-2', parent: null, status: 'active' }))).toMatchObject({
        work: { todo: 1, doing: 1, done: 1 },
        becomeStale: 0,
        aboveBefore: [{ key: 'OBJ-1', title: 'Win the market', status: 'active' }],
        aboveAfter: [],
        plannedShareBefore: 1,
        plannedShareAfter: 0.5,
      });
    },
    ({ jira }) => {
      jira.addProject({ key: 'POS', name: 'Tills', everyone: 'none' });
      const create = (project: string, status: string, key: string) => {
        const appValues = { [FIELD]: { key, name: key } };
        jira.createIssue({ project, type: 'Story', summary: 'S', status, appValues }, null);
      };
      create('WEB', 'To Do', 'OBJ-1');
      create('WEB', 'To Do', 'OBJ-2');
      create('POS', 'In Progress', 'OBJ-2');
      create('POS', 'Done', 'OBJ-2');
    },
  ));
