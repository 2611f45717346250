import { loaded, testFiles } from './testExport';
import { readIssues } from './loadIssues';

const file = testFiles();

const COLUMNS = 'Issue key,Issue id,Issue Type,Status,Status Category,Created';
const row = (key: string, id: string, ...more: string[]) =>
  `${[key, id, 'Story', 'Open', 'To Do', '2025-01-01', ...more].join(',')}\n`;
const exported = (columns: string, rows: string, name?: string) => file(`${COLUMNS},${columns}\n${rows}`, name);

const parentsIn = (...files: string[]) =>
  Object.fromEntries(readIssues(files).issues.map(({ key, parent }) => [key, parent?.key ?? null]));

test.each([
  ['Parent key', 'A-1'],
  ['Parent key', 'a-1'],
  ['Parent id', '10'],
  ['Parent', '10'],
  ['Parent', 'A-1'],
  ['Custom field (Epic Link)', 'A-1'],
  ['Custom field (Parent Link)', 'A-1'],
])('a parent is what %s says: %s', (column, parent) => {
  expect(parentsIn(exported(column, row('A-1', '10', '') + row('A-2', '11', parent)))).toEqual({
    'A-1': null,
    'A-2': 'A-1',
  });
});

test('the first column that says something counts', () => {
  const columns = 'Parent key,Parent id,Custom field (Epic Link),Custom field (Parent Link)';
  const rows = [
    row('A-1', '1', '', '', '', ''),
    row('A-2', '2', '', '', '', ''),
    row('A-3', '3', '', '', '', 'A-1'),
    row('A-4', '4', '', '', 'A-2', 'A-1'),
    row('A-5', '5', '', '1', 'A-2', 'A-2'),
    row('A-6', '6', 'A-2', '1', 'A-1', 'A-1'),
  ].join('');
  expect(parentsIn(exported(columns, rows))).toEqual({
    'A-1': null,
    'A-2': null,
    'A-3': 'A-1',
    'A-4': 'A-2',
    'A-5': 'A-1',
    'A-6': 'A-2',
  });
});

test('an issue that names itself has no parent, one outside the export is kept by its name', () => {
  const rows =
    row('A-1', '1', 'A-1', '') + row('A-2', '2', '', '2') + row('A-3', '3', 'B-9', '') + row('A-4', '4', '', '77');
  const { issues } = readIssues([exported('Parent key,Parent', rows)]);
  expect(issues.map(({ parent }) => parent?.key ?? null)).toEqual([null, null, 'B-9', '#77']);
  expect(issues[3]?.parent?.id).toBe('77');
  expect(issues.map(({ parentType }) => parentType)).toEqual([null, null, null, null]);
});

test('files of one site are one: a parent’s id may be in another file', () => {
  const first = exported('Parent', row('A-1', '1', ''), '1.csv');
  const second = exported('Parent', row('A-2', '2', '1'), '2.csv');
  expect(parentsIn(first, second)).toEqual({ 'A-1': null, 'A-2': 'A-1' });
  expect(readIssues([first, second]).sites).toBeNull();
});

test('of two sites with the same ids both are counted, and an id means the issue of its own file', () => {
  const first = exported('Parent', row('A-1', '1', '') + row('A-2', '2', '1') + row('A-3', '3', '9'), '1.csv');
  const second = exported('Parent', row('B-1', '1', '') + row('B-2', '2', '1') + row('B-3', '4', '3'), '2.csv');
  const { issues, sites } = readIssues([first, second]);
  expect(sites).toEqual([first, second]);
  expect(new Set(issues.map(({ id }) => id)).size).toBe(6);
  expect(parentsIn(first, second)).toEqual({
    'A-1': null,
    'A-2': 'A-1',
    'A-3': '#9',
    'B-1': null,
    'B-2': 'B-1',
    // The issue 3 of its own site is not in the export; that of the other site is not meant.
    'B-3': '#3',
  });
  expect(loaded([first, second]).issues.size).toBe(6);
});

test.each([
  [row('A-1', '1', '') + row('A-2', '1', ''), '', 'column "Issue id": "1" is already in'],
  [row('A-1', '1', ''), row('A-1', '1', ''), '2.csv, row 2, column "Issue key": "A-1" is already in'],
  [row('A-1', '1', ''), row('A-1', '2', ''), 'the files are of two sites that share keys; report each site by itself'],
])('an issue that is there twice is refused %#', (one, other, message) => {
  const files = [exported('Parent', one, '1.csv'), ...(other === '' ? [] : [exported('Parent', other, '2.csv')])];
  expect(() => readIssues(files)).toThrow(message);
});
