import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadIssues, readIssues } from './loadIssues';
import { loaded, newJira, testFiles } from './testExport';

const HEADER = 'Issue key,Issue id,Issue Type,Status,Status Category,Project key,Created';

const file = testFiles();

describe('an export', () => {
  it('is loaded with repeated columns, parents by key or id, and cells of several lines', () => {
    const jira = loaded([
      file(
        `\uFEFF${HEADER},Summary,Labels,Labels,Component/s,Sprint,Parent,Parent key,Custom field (Story Points),Resolution,Resolved,Status Category Changed,Assignee,Custom field (Flagged),Custom field (Team)\r\n` +
          `A-1,7,Epic,Open,No Category,A,16/May/12 7:56 AM,"Two\nlines",x,y,Core,Sprint 1,,,,,,,,Impediment,Tills\r\n` +
          `A-2,8,Story,Closed,done,A,16/May/12 7:56 AM,Child,,,core,Sprint 1,7,,2.5,Won't Fix,17/May/12 7:56 AM,18/May/12 7:56 AM,Ann,,tills\r\n` +
          `A-3,9,Story,Open,To Do,A,16/May/12 7:56 AM,Lost,,,,,,B-9,,,,,,,\r\n`,
      ),
    ]);
    expect(jira.issue('A-1')).toMatchObject({
      summary: 'Two\nlines',
      labels: ['x', 'y'],
      status: { name: 'Open', category: 'undefined' },
      resolved: null,
      flagged: true,
      team: { name: 'Tills' },
    });
    expect(jira.issue('A-2')).toMatchObject({
      parent: { id: '7', key: 'A-1' },
      components: jira.issue('A-1').components,
      sprints: jira.issue('A-1').sprints,
      storyPoints: 2.5,
      resolution: { name: "Won't Fix" },
      resolved: Date.UTC(2012, 4, 17, 7, 56),
      statusCategoryChanged: Date.UTC(2012, 4, 18, 7, 56),
      assignee: { displayName: 'Ann' },
      flagged: false,
      team: jira.issue('A-1').team,
    });
    expect(jira.issue('A-3')).toMatchObject({ status: { category: 'new' }, parent: { key: 'B-9' } });
    expect(jira.issues.find(jira.issue('A-3').parent?.id ?? '')).toBeUndefined();
  });

  it.each<[string | Buffer, string]>([
    ['', 'export.csv: it is empty'],
    [`${HEADER}\n`, 'export.csv: it has no rows'],
    ['Issue key,Issue id\nA-1,1\n', 'export.csv, row 1, column "Issue Type": the column is missing'],
    [`${HEADER}\n"A-\n1",1,Bug,Open,To Do,A,soon\n`, 'export.csv, row 2, column "Created": "soon" is not a date'],
    [`${HEADER}\nA-1,1,Bug,Open,Later,A,2020-01-01\n`, 'export.csv, row 2, column "Status Category": "Later"'],
    [`${HEADER}\nA-1,1,Bug\n`, 'export.csv, row 2: this is not a CSV row'],
    [
      `${HEADER}\nA-1,1,"Bug\nor so",Open,To Do,A,2020-01-01\na-1,2,Bug,Open,To Do,A,2020-01-01\n`,
      'export.csv, row 3, column "Issue key": "a-1" is already in',
    ],
    // Empty lines are rows of a spreadsheet, and a cell of several lines is in one.
    [
      `${HEADER}\n\nA-1,1,Bug,Open,To Do,A,2020-01-01\n\n\nA-2,2,Bug,Open,To Do,A,soon\n`,
      'export.csv, row 6, column "Created"',
    ],
    [`${HEADER}\n\nA-1,1,Bug\n`, 'export.csv, row 3: this is not a CSV row'],
    ['\nIssue key,Issue id\nA-1,1\n', 'export.csv, row 2, column "Issue Type": the column is missing'],
    [
      Buffer.from(`${HEADER}\nA-1,1,"Bug\nor so",Open,To Do,A,2020-01-01\nA-2,2,Größe\n`, 'latin1'),
      'row 3: it is not UTF-8',
    ],
  ])('that is wrong is refused with its place %#', (text, message) => {
    expect(() => readIssues([file(text)])).toThrow(message);
  });

  it('that is not there is refused', () => {
    expect(() => readIssues(['none.csv'])).toThrow(/none\.csv: it cannot be read .*check the path/);
  });
});

describe('the app’s field in an export', () => {
  const column = 'Custom field (Strategic objective)';
  const row = (number: number, value: string) => `A-${number},${number},Bug,Open,To Do,A,2020-01-01,${value}\n`;

  it('is imported again as its formatter wrote it', () => {
    const jira = loaded([
      file(`${HEADER},${column}\n${row(1, 'OBJ-12 One basket')}${row(2, 'Run the business')}${row(3, '')}`),
    ]);
    const values = [1, 2, 3].map((number) => jira.issue(`A-${number}`).appValues['customfield_10100'] ?? null);
    expect(values).toEqual([{ key: 'OBJ-12', name: 'One basket' }, { key: 'RUN', name: 'Run the business' }, null]);
  });

  it('is refused, with its place and before anything is loaded, where it is no objective', () => {
    const jira = newJira();
    const { issues } = readIssues([file(`${HEADER},${column}\n${row(1, 'OBJ-1 A')}${row(2, '12 %')}`)]);
    expect(() => loadIssues(jira, issues, new Map())).toThrow(
      `export.csv, row 3, column "${column}": "12 %" is not taken`,
    );
    expect(jira.projects()).toEqual([]);
  });
});

const titanium = path.resolve('../shared/data/titanium-small.csv');
(existsSync(titanium) ? it : it.skip)('a real export is loaded whole', () => {
  const jira = loaded([titanium]);
  expect(jira.issues.size).toBe(2183);
  expect(jira.projects().map((project) => project.key)).toEqual(['ALOY', 'DAEMON', 'MOD']);
  expect(jira.query('project = ALOY AND component in (Models, Styling, Widgets, XML)').run()).not.toHaveLength(0);
});
