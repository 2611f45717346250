import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readOptions } from './options';
import { explainedReportOf, reportOf } from './reportOf';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dropped-'));
  writeFileSync(join(folder, 'strategy.csv'), 'key,title,link\nO-1,One,project = A\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'Issue key,Issue id,Issue Type,Status,Status Category,Project key,Created,Resolved,Resolution';

/** What the objective has done and dropped, of issues that ended with these statuses and resolutions. */
const workOf = async (ended: [status: string, resolution: string][], ...args: string[]) => {
  const rows = ended.map(
    ([status, resolution], at) =>
      `A-${at + 1},${at + 1},Story,${status},Done,A,01/Sep/25 9:00 AM,10/Sep/25 9:00 AM,${resolution}`,
  );
  const data = join(folder, 'export.csv');
  writeFileSync(data, [HEAD, ...rows].join('\n'));
  const all = ['--data', data, '--objectives', join(folder, 'strategy.csv'), '--as-of', '2025-09-30', ...args];
  const { objectives } = await reportOf(readOptions(all, 0));
  const { done, dropped } = objectives[0]?.work ?? {};
  return { done, dropped };
};

test('names mean dropped in a resolution or a status, in the languages of Jira', async () => {
  expect(
    await workOf([
      ['Closed', 'Cancelled'],
      ['Rejected', 'Done'],
      ['Fertig', 'Duplikat'],
      ['Listo', 'No se hará'],
      ['Closed', 'Won’t   do'],
      ['Closed', 'Done'],
      ['Duplikat', 'Done'],
    ]),
  ).toEqual({ done: 2, dropped: 5 });
});

test('--dropped adds names to both, and takes none away', async () => {
  const ended: [string, string][] = [
    ['Closed', 'Parked'],
    ['On ice', 'Done'],
    ['Closed', 'Duplicate'],
    ['Closed', 'Done'],
  ];
  expect(await workOf(ended)).toEqual({ done: 3, dropped: 1 });
  expect(await workOf(ended, '--dropped', 'parked, ON  ICE, Unheard of')).toEqual({ done: 1, dropped: 3 });
  expect(await workOf(ended, '--dropped', 'Parked', '--dropped', ' , On ice')).toEqual({ done: 1, dropped: 3 });
});

test('names to no effect are told: no resolution or done status has them', async () => {
  const data = join(folder, 'names.csv');
  const row = 'A-1,1,Story,Shut,Done,A,01/Sep/25 9:00 AM,10/Sep/25 9:00 AM,Parked';
  writeFileSync(data, `${HEAD}\n${row}\n${row.replaceAll('A-1,1,', 'A-2,2,').replace('Shut,Done', 'On ice,To Do')}\n`);
  const args = ['--data', data, '--dropped', 'PARKED, shut, On ice, Gone', '--statuses', 'SHUT=doing, On ice=todo'];
  const { howRead } = await explainedReportOf(readOptions([...args, '--as-of', '2025-09-30'], 0));
  expect(howRead.facts.notes).toEqual([
    'The column Status Category says something else of "Shut" than --statuses, and counts: 1 issue.',
    '--dropped names "On ice", which no resolution or done status has.',
    '--dropped names "Gone", which no resolution or done status has.',
  ]);
});

const CASES = resolve('../shared/data/cases');
const testCase = existsSync(CASES) ? test : test.skip;
if (!existsSync(CASES)) console.warn('The small cases are not here: their figures are not checked.');

testCase.each(['cancelled.csv', 'status-cancelled.csv'])(
  'of the case %s one is done and two are dropped',
  async (name) => {
    const files = ['--data', join(CASES, name), '--objectives', join(CASES, 'strategy.csv')];
    const { objectives } = await reportOf(readOptions([...files, '--from', '2025-09-01', '--as-of', '2025-09-30'], 0));
    expect(objectives[0]?.work).toMatchObject({ done: 1, dropped: 2 });
  },
);
