import fc from 'fast-check';
import { daysToNextSweep, jqlProblem, jqlWithin, takenBy, withoutOrder } from '../../../src/domain/tagging/rule';

test('the order is left out, but not within quotes', () => {
  expect(withoutOrder('labels = b2b order  by created desc')).toBe('labels = b2b');
  expect(withoutOrder('summary ~ "order by phone" ORDER BY key')).toBe('summary ~ "order by phone"');
  expect(withoutOrder("summary ~ 'order by'")).toBe("summary ~ 'order by'");
});

test('a rule names issues, in few words, and nobody as the current user', () => {
  expect(jqlProblem('labels = b2b')).toBeNull();
  expect(jqlProblem('  ORDER BY key')).toBe('Say in JQL which issues the rule takes.');
  expect(jqlProblem('x'.repeat(2001))).toContain('2000');
  expect(jqlProblem('assignee = currentUser ()')).toContain('currentUser()');
  expect(jqlProblem('summary ~ "currentUser()"')).toBeNull();
});

test('a rule of a project finds nothing elsewhere', () => {
  expect(jqlWithin('labels = a OR labels = b ORDER BY key', 7)).toBe('project = 7 AND (labels = a OR labels = b)');
  expect(jqlWithin('labels = a', null)).toBe('labels = a');
});

test('the first rule that matches takes an issue', () => {
  const matches = [
    { rule: 'a', issues: [1, 2] },
    { rule: 'b', issues: [2, 3, 3] },
    { rule: 'c', issues: [1] },
  ];
  expect([...takenBy(matches)]).toEqual([
    ['a', [1, 2]],
    ['b', [3]],
    ['c', []],
  ]);
});

test('whatever rules match, each issue is taken once, by a rule that matches it', () => {
  const issues = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(issues, { maxLength: 6 }), (all) => {
      const matches = all.map((some, rule) => ({ rule, issues: some }));
      const taken = [...takenBy(matches)];
      const flat = taken.flatMap(([, some]) => some);
      expect(flat.sort()).toEqual([...new Set(all.flat())].sort());
      for (const [rule, some] of taken) expect(all[rule]).toEqual(expect.arrayContaining(some));
    }),
  );
});

test.each([
  [0, 1],
  [2000, 1],
  [2001, 2],
  [20_000, 10],
])('a rule that finds %i issues is swept every %i days', (found, days) => {
  expect(daysToNextSweep(found)).toBe(days);
});
