import { UNDECIDED } from '../../src/domain/work/dropped';
import { NO_STRATEGY_IN_JIRA } from '../../src/jira/fields';
import type { JiraIssue } from '../../src/jira/issue';
import { type Reading, toWorkItem } from '../../src/jira/toWorkItem';

const reading: Reading = {
  fields: { objective: null, estimates: [], sprint: null, flagged: 'flag', team: 'team', start: null },
  timeZone: 'UTC',
  excluded: new Set(),
  live: new Set([10]),
  dropped: UNDECIDED,
  strategy: NO_STRATEGY_IN_JIRA,
};

const issue = (fields: Partial<JiraIssue['fields']> = {}): JiraIssue => ({
  id: '7',
  key: 'WEB-1',
  fields: {
    project: { id: '10', key: 'WEB', name: 'Web shop' },
    issuetype: { hierarchyLevel: 0 },
    status: { name: 'To Do', statusCategory: { key: 'new' } },
    created: '2026-05-16T07:56:00.000+0000',
    updated: '2026-05-17T07:56:00.000+0000',
    ...fields,
  },
});

const read = (fields?: Partial<JiraIssue['fields']>, changes: Partial<Reading['fields']> = {}) =>
  toWorkItem(issue(fields), { ...reading, fields: { ...reading.fields, ...changes } });

test('work is blocked while its flag is up, or in a status that is named so', () => {
  const blocked = (fields: Partial<JiraIssue['fields']>) => read(fields).blocked;
  expect(blocked({})).toBe(false);
  expect(blocked({ flag: null })).toBe(false);
  expect(blocked({ flag: [] })).toBe(false);
  expect(blocked({ flag: [{ id: '10019', value: 'Impediment' }] })).toBe(true);
  expect(blocked({ flag: [{ id: '10019', value: 'Hindernis' }] })).toBe(true);
  expect(blocked({ status: { name: ' BLOCKED', statusCategory: { key: 'indeterminate' } } })).toBe(true);
  expect(blocked({ status: { name: 'Unblocked', statusCategory: { key: 'indeterminate' } } })).toBe(false);
});

test('a site without the fields has nothing flagged and no teams', () => {
  const values = { flag: [{ value: 'Impediment' }], team: { id: 'a', name: 'A' } };
  expect(read(values, { flagged: null, team: null })).toMatchObject({ blocked: false, team: null });
});

test('of several components the alphabetically first counts, by code point in lower case', () => {
  const first = (...names: string[]) =>
    read({ components: names.map((name, index) => ({ id: String(20 - index), name })) }).component?.name ?? null;
  expect(first()).toBeNull();
  expect(first('Search', 'cart', 'Basket')).toBe('Basket');
  expect(first('b', 'A')).toBe('A');
  expect(first('Äpfel', 'Zoo')).toBe('Zoo');
  expect(
    read({
      components: [
        { id: '12', name: 'Cart' },
        { id: '9', name: 'cart' },
      ],
    }).component?.id,
  ).toBe('9');
});

test('the team is read with its name, and what is not a team is none', () => {
  const team = { id: '36885b3c-1bf0-4f85-a357-c5b858c31de4', name: 'Checkout' };
  expect(read({ team: { ...team, isVisible: true, title: 'Checkout' } }).team).toEqual(team);
  for (const other of [null, 'Checkout', { id: '', name: 'Checkout' }, { id: '5' }, [team]]) {
    expect(read({ team: other }).team).toBeNull();
  }
});

test('the project is known by its name, and by its key where Jira left the name out', () => {
  expect(read()).toMatchObject({ projectKey: 'WEB', projectName: 'Web shop' });
  expect(read({ project: { id: '10', key: 'WEB' } }).projectName).toBe('WEB');
});

describe('the tag', () => {
  const tag = (objective: unknown) => read({ objective }, { objective: 'objective' }).tag;

  test.each(['OBJ-2', 'growth', 'A_1', 'RUN', 'X'.repeat(64)])(
    'is a key that the strategy takes, or RUN: %s',
    (key) => {
      expect(tag({ key, name: 'A title' })).toBe(key);
    },
  );

  test.each(['OBJ-2 ', ' OBJ-2', 'OBJ-2\n', 'OBJ 2', '2', 'run', 'Run', '', 'X'.repeat(65)])('is not %j', (key) => {
    expect(tag({ key, name: 'A title' })).toBeNull();
  });

  test.each(['OBJ-2', { name: 'A title' }, { key: 2, name: '' }, [{ key: 'OBJ-2' }]])('is not %j', (value) => {
    expect(tag(value)).toBeNull();
  });

  test('is none where the field is empty, or the site has no such field', () => {
    for (const value of [null, undefined]) expect(tag(value)).toBeNull();
    expect(read({ objective: { key: 'OBJ-2' } }).tag).toBeNull();
  });
});
