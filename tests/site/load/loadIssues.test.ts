import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SiteClock } from '../clock';
import { JiraSite } from '../jira/jiraSite';
import { exportDate } from './exportDate';
import { hierarchyLevels } from './levels';
import { loadIssues, readIssues } from './loadIssues';
import { checkLinks, tagIssues } from './tagIssues';
import { ourAppFields } from '../platform/forge/appFields';

const HEADER = 'Issue key,Issue id,Issue Type,Status,Status Category,Project key,Created';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'export-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function file(text: string, name = 'export.csv'): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}

const newJira = () =>
  new JiraSite({
    clock: new SiteClock(0),
    openapi: false,
    appFields: ourAppFields(),
  });

function loaded(...files: string[]): JiraSite {
  const jira = newJira();
  loadIssues(jira, readIssues(files));
  return jira;
}

describe('dates of an export', () => {
  it.each([
    ['16/May/12 7:56 AM', '2012-05-16T07:56:00.000Z'],
    ['16/May/12 12:05 AM', '2012-05-16T00:05:00.000Z'],
    ['16/may/12 12:05 PM', '2012-05-16T12:05:00.000Z'],
    ['27/Oct/21 17:08', '2021-10-27T17:08:00.000Z'],
    ['27/Oct/21', '2021-10-27T00:00:00.000Z'],
    ['2021-10-27 17:08', '2021-10-27T17:08:00.000Z'],
  ])('%s', (text, instant) => expect(new Date(exportDate(text) ?? NaN).toISOString()).toBe(instant));

  it.each(['31/Feb/12 7:56 AM', '16/Mai/12', '16/May/12 13:05 PM', '2021-13-01', 'soon'])('%s is none', (text) =>
    expect(exportDate(text)).toBeNull(),
  );
});

describe('hierarchy levels', () => {
  const child = (type: string, parentType: string | null, times = 1) =>
    Array.from({ length: times }, () => ({ type, parentType }));

  it('are told from who is whose parent', () => {
    const levels = hierarchyLevels([
      ...child('Initiative', null),
      ...child('Epic', 'Initiative'),
      ...child('Story', 'Epic', 2),
      ...child('Task', 'Initiative'),
      ...child('Subtask', 'Epic'),
      ...child('Check', 'Story', 2),
      ...child('Check', 'Epic'),
      ...child('Half', 'Story'),
      ...child('Half', 'epic'),
    ]);
    expect(Object.fromEntries(levels)).toEqual({
      initiative: 2,
      epic: 1,
      story: 0,
      task: 0,
      subtask: -1,
      check: -1,
      half: 0,
    });
  });
});

describe('an export', () => {
  it('is loaded with repeated columns, parents by key or id, and cells of several lines', () => {
    const jira = loaded(
      file(
        `\uFEFF${HEADER},Summary,Labels,Labels,Component/s,Sprint,Parent,Parent key,Custom field (Story Points),Resolution,Resolved,Status Category Changed,Assignee,Custom field (Flagged),Custom field (Team)\r\n` +
          `A-1,7,Epic,Open,No Category,A,16/May/12 7:56 AM,"Two\nlines",x,y,Core,Sprint 1,,,,,,,,Impediment,Tills\r\n` +
          `A-2,8,Story,Closed,done,A,16/May/12 7:56 AM,Child,,,core,Sprint 1,7,,2.5,Won't Fix,17/May/12 7:56 AM,18/May/12 7:56 AM,Ann,,tills\r\n` +
          `A-3,9,Story,Open,To Do,A,16/May/12 7:56 AM,Lost,,,,,,B-9,,,,,,,\r\n`,
      ),
    );
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

  it.each([
    ['', 'export.csv: it is empty'],
    [`${HEADER}\n`, 'export.csv: it has no rows'],
    ['Issue key,Issue id\nA-1,1\n', 'export.csv, row 1, column "Issue Type": the column is missing'],
    [`${HEADER}\n"A-\n1",1,Bug,Open,To Do,A,soon\n`, 'export.csv, row 2, column "Created": "soon" is not a date'],
    [`${HEADER}\nA-1,1,Bug,Open,Later,A,2020-01-01\n`, 'export.csv, row 2, column "Status Category": "Later"'],
    [`${HEADER}\nA-1,1,Bug\n`, 'export.csv, row 2: this is not a CSV row'],
    [
      `${HEADER}\nA-1,1,"Bug\nor so",Open,To Do,A,2020-01-01\na-1,2,Bug,Open,To Do,A,2020-01-01\n`,
      'export.csv, row 3, column "Issue key": "A-1" is already in',
    ],
  ])('that is wrong is refused with its place %#', (text, message) => {
    expect(() => readIssues([file(text)])).toThrow(message);
  });

  it('that is not there is refused', () => {
    expect(() => readIssues([path.join(folder, 'none.csv')])).toThrow(/none\.csv: it cannot be read .*check the path/);
  });
});

describe('the app’s field in an export', () => {
  const column = 'Custom field (Strategic objective)';
  const row = (number: number, value: string) => `A-${number},${number},Bug,Open,To Do,A,2020-01-01,${value}\n`;

  it('is imported again as its formatter wrote it', () => {
    const jira = loaded(
      file(`${HEADER},${column}\n${row(1, 'OBJ-12 One basket')}${row(2, 'Run the business')}${row(3, '')}`),
    );
    const values = [1, 2, 3].map((number) => jira.issue(`A-${number}`).appValues['customfield_10100'] ?? null);
    expect(values).toEqual([{ key: 'OBJ-12', name: 'One basket' }, { key: 'RUN', name: 'Run the business' }, null]);
  });

  it('is refused, with its place and before anything is loaded, where it is no objective', () => {
    const jira = newJira();
    const issues = readIssues([file(`${HEADER},${column}\n${row(1, 'OBJ-1 A')}${row(2, '12 %')}`)]);
    expect(() => loadIssues(jira, issues)).toThrow(`export.csv, row 3, column "${column}": "12 %" is not taken`);
    expect(jira.projects()).toEqual([]);
  });
});

it('tags issues by JQL, the first row wins, and JQL that does not parse is refused', () => {
  const row = (number: number) => `A-${number},${number},Bug,Open,To Do,A,2020-01-0${number}\n`;
  const jira = loaded(file(`${HEADER}\n${row(1)}${row(2)}${row(3)}`));
  const rows = [
    { key: 'O-1', title: 'First', link: 'key in (a-1)', row: 2 },
    { key: 'RUN', title: '', link: 'project = a AND created < 2020-01-03', row: 3 },
    { key: 'O-2', title: 'None', link: null, row: 4 },
  ];
  checkLinks(jira, rows, 'objectives.csv');
  tagIssues(jira, rows, 'strategic-objective');
  const names = ['A-1', 'A-2', 'A-3'].map((key) => Object.values(jira.issue(key).appValues)[0]);
  expect(names).toEqual([{ key: 'O-1', name: 'First' }, { key: 'RUN', name: 'Run the business' }, undefined]);
  const wrong = [{ key: 'O-1', title: '', link: 'project = ', row: 2 }];
  expect(() => checkLinks(jira, wrong, 'objectives.csv')).toThrow(
    /objectives\.csv, row 2, column "link": the JQL is not/,
  );
});

const titanium = path.resolve('../shared/data/titanium-small.csv');
(existsSync(titanium) ? it : it.skip)('a real export is loaded whole', () => {
  const jira = loaded(titanium);
  expect(jira.issues.size).toBe(2183);
  expect(jira.projects().map((project) => project.key)).toEqual(['ALOY', 'DAEMON', 'MOD']);
  expect(jira.query('project = ALOY AND component in (Models, Styling, Widgets, XML)').run()).not.toHaveLength(0);
});
