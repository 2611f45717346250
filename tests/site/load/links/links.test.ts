import { checkLinks } from './checkLinks';
import { tagIssues } from './tagIssues';
import { loaded, testFiles } from '../testExport';

const file = testFiles();

const site = () => {
  const row = (number: number, type: string, ...more: string[]) =>
    `A-${number},${number},${type},Open,To Do,Apples,2020-01-0${number},${more.join(',')}\n`;
  return loaded([
    file(
      'Issue key,Issue id,Issue Type,Status,Status Category,Project name,Created,Components,Sprint,Parent key\n' +
        `${row(1, 'Bug', 'Core', '', '')}${row(2, 'Story', '', 'Week 1', 'A-1')}${row(3, 'Story', '', '', 'B-7')}`,
    ),
  ]);
};
const link = (jql: string) => [{ key: 'O-1', title: 'One', link: jql, row: 2 }];

test('issues are tagged by JQL, and the first row wins', () => {
  const jira = site();
  const rows = [
    { key: 'O-1', title: 'First', link: 'key in (a-1)', row: 2 },
    { key: 'RUN', title: '', link: 'project = a AND created < 2020-01-03', row: 3 },
    { key: 'O-3', title: 'Nothing', link: 'component = Core AND created > 2020-01-02', row: 5 },
  ];
  expect(checkLinks(jira, rows, 'objectives.csv')).toEqual([]);
  expect(tagIssues(jira, rows, 'strategic-objective')).toEqual([rows[2]]);
  const names = ['A-1', 'A-2', 'A-3'].map((key) => Object.values(jira.issue(key).appValues)[0]);
  expect(names).toEqual([{ key: 'O-1', name: 'First' }, { key: 'RUN', name: 'Run the business' }, undefined]);
});

test.each([
  ['project = AA', `The value 'AA' does not exist for the field 'project'; the export has "A", "Apples"; write one of`],
  ['project in (A, AA)', `'AA' does not exist for the field 'project'`],
  ['NOT (key = A-1 OR project = AA)', `'AA' does not exist for the field 'project'`],
  ['project = 10000', `'10000' does not exist for the field 'project'`],
  ['issuetype = Storry', `'Storry' does not exist for the field 'issuetype'; the export has "Bug", "Story"`],
  ['type in (Story, Historia)', `'Historia' does not exist for the field 'issuetype'`],
  ['status = Opened', `'Opened' does not exist for the field 'status'; the export has "Open"`],
  ['statusCategory = Finished', `'Finished' does not exist for the field 'statusCategory'`],
  ['colour = red', "Field 'colour' does not exist or is not read from an export; write one of "],
  ['cf[10014] = A-1', 'does not hold ids of fields'],
  ['"Epic Link" = A-1', '"Epic Link" is of old saved filters; write parent = A-1'],
  ['"epic link" in (A-1, "A-2")', 'write parent in (A-1, A-2)'],
  ['project = A AND "Epic Link" is not EMPTY', 'write parent is not EMPTY'],
  ['"Parent Link" != A-1', 'write parent != A-1'],
  ['parentEpic = A-1', 'write parent = A-1'],
  ['"Epic Name" ~ basket', 'write parent = KEY with the key of the epic'],
  ['sprint in openSprints()', 'not openSprints(); write their names, as in sprint = "Week 1"; the export has "Week 1"'],
  ['sprint not in closedSprints()', 'write their names'],
  ['sprint = 12', 'an export holds no ids of a sprint, such as 12; write its name: the export has "Week 1"'],
  ['component = 10001', 'an export holds no ids of a component'],
  ['created >= startOfMonth()', 'startOfMonth() is not known here; write the day, as in created >= 2025-09-01'],
  ['assignee = currentUser()', "write people's names"],
  ['issue in childIssuesOf("A-1")', 'write parent = KEY'],
  ['issue in linkedIssues(A-1)', 'as in key in (A-1, A-2)'],
  ['status was Open', 'an export holds no history'],
  ['project = ', 'Error in the JQL Query'],
])('%s is refused', (jql, message) => {
  expect(() => checkLinks(site(), link(jql), 'objectives.csv')).toThrow('objectives.csv, row 2, column "link": ');
  expect(() => checkLinks(site(), link(jql), 'objectives.csv')).toThrow(message);
});

test.each([
  'project = apples',
  'issuetype = EPIC AND status = "in progress"',
  'statusCategory = "To Do"',
  'parent = A-1 OR parent = b-7',
  'sprint = "week 1"',
  'component is EMPTY AND created < now()',
  'summary ~ "new*" ORDER BY created',
  '"Story Points[Number]" > 3',
])('%s is taken', (jql) => expect(checkLinks(site(), link(jql), 'objectives.csv')).toEqual([]));

test('a name that Jira may know, but no issue of the export has, is noted', () => {
  expect(checkLinks(site(), link('component in (Core, Models) OR key = A-9'), 'objectives.csv')).toEqual([
    'O-1: no issue of the export has the component "Models".',
    'O-1: no issue of the export has the issuekey "A-9".',
  ]);
});
