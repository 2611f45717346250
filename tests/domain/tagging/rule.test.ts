import fc from 'fast-check';
import {
  daysToNextSweep,
  jqlProblem,
  jqlWithin,
  takenBy,
  whyFull,
  withoutOrder,
} from '../../../src/domain/tagging/rule';

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

test('one project cannot use up the rules of the others, nor projects those for every project', () => {
  const of = (project: number | null, count: number) => Array<number | null>(count).fill(project);
  expect(whyFull([], 1)).toBeNull();
  expect(whyFull([...of(1, 19), ...of(2, 20), ...of(null, 100)], 1)).toBeNull();
  expect(whyFull(of(1, 20), 1)).toBe('In a project there may be 20 rules. Delete one, or say more in another.');
  expect(whyFull(of(1, 20), 2)).toBeNull();
  expect(whyFull(of(null, 99), null)).toBeNull();
  expect(whyFull(of(null, 99), null, 2)).toContain('For every project there may be 100 rules.');
  const many = Array.from({ length: 500 }, (_, at) => 10 + (at % 40));
  expect(whyFull(many, 1)).toContain('On a site there may be 500 rules.');
});

test.each([
  ['assignee = "currentUser" ()', 'name a person instead of currentUser().'],
  ['issue in watchedIssues()', 'write something else than watchedIssues().'],
  ['key IN votedWorkItems ( )', 'write something else than votedWorkItems().'],
  ['issue in issueHistory()', 'write something else than issueHistory().'],
  ['project in projectsWhereUserHasRole("Developers")', 'write something else than projectsWhereUserHasRole().'],
  ['project in projectsLeadByUser()', 'name a person in projectsLeadByUser().'],
  ['component in componentsLeadByUser()', 'name a person in componentsLeadByUser().'],
])('what JQL answers by who asks is refused: %s', (jql, instead) => {
  expect(jqlProblem(jql)).toBe(`A rule acts as the app: ${instead}`);
});

test.each([
  'project in projectsLeadByUser("5b10a2844c20165700ede21g")',
  'summary ~ "watchedIssues()"',
  'summary ~ \'"currentUser" ()\'',
  'watchers = "5b10a2844c20165700ede21g"',
])('what names a person, or only says such words, is none: %s', (jql) => {
  expect(jqlProblem(jql)).toBeNull();
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
