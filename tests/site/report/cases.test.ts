import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { testFiles } from '../load/testExport';
import { readOptions } from './options';
import { printReport } from './print';
import { explainedReportOf } from './reportOf';

// A report of its own each, on machines that do other things too.
jest.setTimeout(60_000);

const daysTo = (asOf: string) => ['--from', '2025-09-01', '--as-of', asOf];

const run = async (data: string[], objectives: string, more: string[] = [], asOf = '2025-09-30') => {
  const args = [...data.flatMap((file) => ['--data', file]), '--objectives', objectives, ...daysTo(asOf), ...more];
  const { report, howRead } = await explainedReportOf(readOptions(args, Date.UTC(2026, 0, 1)));
  return { ...report, work: report.objectives[0]?.work, text: printReport(report, howRead) };
};

const file = testFiles();

/** An objective that takes the whole project A. */
const strategy = (link = 'project = A', key = 'O-1') => file(`key,title,link\n${key},One,"${link}"\n`, 'strategy.csv');

const HEADER =
  'Issue key,Issue id,Issue Type,Status,Status Category,Created,Resolved,Parent key,Custom field (Story Points)';
/** A row of an export: what stands between its id and its days, the days, and what follows. */
const row = (key: string, id: number, type: string, state: 'todo' | 'done', ...more: (string | number)[]) => {
  const days =
    state === 'done'
      ? ['Done', 'Done', '01/Sep/25 9:00 AM', '10/Sep/25 9:00 AM']
      : ['Open', 'To Do', '01/Sep/25 9:00 AM', ''];
  return [key, id, type, ...days, ...more].join(',').concat('\n');
};
const exported = (...rows: string[]) => file(`${HEADER}\n${rows.join('')}`);

describe('made-up exports of each kind', () => {
  test('levels tell what counts, and the report says how it knows them', async () => {
    const data = exported(
      row('A-1', 1, 'Feature', 'todo', '', ''),
      row('A-2', 2, 'Story', 'done', 'A-1', ''),
      row('A-3', 3, 'Work', 'done', 'Z-9', ''),
      row('A-4', 4, 'Check', 'todo', 'A-2', ''),
    );
    const { work, types, text, assumptions } = await run([data], strategy());
    expect(work).toMatchObject({ todo: 0, done: 2 });
    expect(types).toEqual({
      Feature: { level: 1, by: 'children', issues: 1 },
      Story: { level: 0, by: 'name', issues: 1 },
      Work: { level: 0, by: 'default', issues: 1 },
      Check: { level: -1, by: 'parents', issues: 1 },
    });
    expect(assumptions.unknownParents).toBe(1);
    expect(text).toContain('Feature: level 1, by its children, 1 issue\n');
    expect(text).toContain('Work: level 0, by default, 1 issue; 1 of 1 parents missing; this level is assumed');
    expect(text).toContain('Check: level −1, by its parents, 1 issue\n');
    expect(text).toContain('1 of 3 parents are missing from the export');
  });

  test('--levels says another level, and names that no issue has are told', async () => {
    const data = exported(row('A-1', 1, 'Story', 'todo', '', ''), row('A-2', 2, 'Piece', 'done', 'Z-9', ''));
    const { work, text } = await run([data], strategy(), ['--levels', 'Piece=-1, Saga=2']);
    expect(work).toMatchObject({ todo: 1, done: 0 });
    expect(text).toContain('Piece: level −1, as --levels says, 1 issue; 1 of 1 parents missing\n');
    expect(text).toContain('--levels names "saga", which no issue has.');
  });

  test('statuses that --statuses does not name are read as to do, and told', async () => {
    const data = file(
      'Issue key,Issue Type,Status,Created,Resolved\n' +
        ['Closed', 'Open', 'Waiting'].map((status, at) => `A-${at + 1},Story,${status},2025-09-01,\n`).join(''),
    );
    const { work, text } = await run([data], strategy(), ['--statuses', 'closed=done, Shut=done']);
    expect(work).toMatchObject({ todo: 2, done: 1 });
    expect(text).toContain('Read as to do, because --statuses does not name them: Open, Waiting.');
    expect(text).toContain('--statuses names "shut", which no issue has.');
  });

  test('without an estimate units take the median, and the report says how far that could move the alignment', async () => {
    const estimates = [1, 2, 3, 4, 11].map((points, at) => row(`A-${at + 1}`, at + 1, 'Story', 'todo', '', points));
    const done = [row('A-6', 6, 'Story', 'done', '', 3), row('A-7', 7, 'Story', 'done', '', '')];
    const data = exported(...estimates, ...done);
    const { portfolio, assumptions, text } = await run([data], strategy('key = A-6'), ['--measure', 'points']);
    // A-6 is aligned with 3 points, A-7 serves nothing: 3 by the median of 1, 2, 3, 3, 4, 11; 1.5 and 7.5 at 10 and 90 %.
    expect(portfolio.effort).toMatchObject({ aligned: 3, unlinked: 3, alignment: 0.5 });
    expect(assumptions).toMatchObject({ unestimated: 1, undated: 0 });
    expect(assumptions.low).toBeCloseTo(3 / 4.5, 9);
    expect(assumptions.high).toBeCloseTo(3 / 10.5, 9);
    expect(text).toContain('Alignment of effort is 50.0 %; with the 10th percentile 66.7 %, with the 90th 28.6 %');
  });

  test('an export that names no parents says that nothing is inherited', async () => {
    const data = exported(row('A-1', 1, 'Epic', 'todo', '', ''), row('A-2', 2, 'Story', 'done', '', ''));
    const { work, text } = await run([data], strategy());
    expect(work).toMatchObject({ todo: 1, done: 1 });
    expect(text).toContain('No issue names a parent in Parent key, Parent, Epic Link or Parent Link');
  });

  test('two sites whose ids collide are both counted, and told', async () => {
    const one = exported(row('A-1', 1, 'Epic', 'todo', '', ''), row('A-2', 2, 'Story', 'done', 'A-1', ''));
    const other = file(`${HEADER}\n${row('B-1', 1, 'Story', 'done', '', '')}`, 'other.csv');
    const { portfolio, text } = await run([one, other], strategy());
    expect(portfolio.effort).toMatchObject({ aligned: 1, unlinked: 1 });
    expect(text).toContain('come from two sites');
  });

  test('a strategy file may be of semicolons in UTF-16, and its RUN in small letters', async () => {
    const data = exported(row('A-1', 1, 'Story', 'done', '', ''));
    const objectives = file(Buffer.from('\uFEFFkey;title;link\nrun;;project = A\n', 'utf16le'), 'strategy.csv');
    const { portfolio } = await run([data], objectives);
    expect(portfolio.effort).toMatchObject({ run: 1, aligned: 0 });
    const broken = file(Buffer.from('key,title,link\nO-1,Größe,project = A\n', 'latin1'), 'strategy.csv');
    await expect(run([data], broken)).rejects.toThrow('strategy.csv, row 2: it is not UTF-8');
  });

  test('JQL that matches nothing is told', async () => {
    const data = exported(row('A-1', 1, 'Story', 'done', '', ''));
    const { text } = await run([data], strategy('component = Models'));
    expect(text).toContain('O-1: no issue of the export has the component "Models".');
    expect(text).toContain('O-1: no issue matches component = Models.');
  });
});

const CASES = resolve('../shared/data/cases');
if (!existsSync(CASES)) console.warn('The small cases of each kind are not here: they are not checked.');
const describeCases = existsSync(CASES) ? describe : describe.skip;

describeCases('the smallest input of each kind', () => {
  const of = (name: string) => join(CASES, `${name}.csv`);
  const cased = (name: string, more: string[] = [], objectives = 'strategy') => run([of(name)], of(objectives), more);

  test.each<[string, object, string[]]>([
    ['server', { total: 1, done: 1 }, ['--statuses', 'Closed=done']],
    ['epic-link', { total: 1, done: 1 }, []],
    ['epica', { total: 2, done: 1 }, []],
    ['feature', { total: 2, done: 1 }, []],
    ['orphan-sub', { total: 3 }, []],
    ['orphan-sub', { total: 1 }, ['--levels', 'Subtarea=-1, Technical task=-1']],
    ['semicolon', { total: 1, done: 1 }, []],
    ['tab-utf16', { total: 1, done: 1 }, []],
    ['blank-rows', { total: 1, done: 1 }, []],
    ['nothing-estimated', { total: 2, done: 1 }, ['--measure', 'points']],
    ['no-day', { total: 1, done: 1, progress: 1 }, []],
    ['epic-points', { todo: 2, done: 2 }, ['--measure', 'points']],
  ])('%s', async (name, work, more) => {
    expect((await cased(name, more)).work).toMatchObject(work);
  });

  test('spanish: the one issue is read, and came after the window', async () => {
    expect(await cased('spanish')).toMatchObject({
      types: { Historia: { level: 0, by: 'name', issues: 1 } },
      assumptions: { leftOut: 1 },
    });
    expect((await run([of('spanish')], of('strategy'), [], '2026-04-30')).work).toMatchObject({ total: 1, done: 1 });
  });

  test('server: its statuses are named', async () => {
    await expect(cased('server')).rejects.toThrow(/Open \(1\), Closed \(1\).*--statuses "Closed=done/);
  });

  test('epic-link: the effort is aligned', async () => {
    expect((await cased('epic-link')).portfolio.effort.alignment).toBe(1);
  });

  test('orphan-sub: both types are assumed, and both parents are missing', async () => {
    const { types, text } = await cased('orphan-sub');
    expect(types).toMatchObject({ Subtarea: { by: 'default' }, 'Technical task': { by: 'default' } });
    expect(text).toContain('Subtarea: level 0, by default, 1 issue; 1 of 1 parents missing; this level is assumed');
    expect(text).toContain(
      'Technical task: level 0, by default, 1 issue; 1 of 1 parents missing; this level is assumed',
    );
    expect(text).toContain('2 of 2 parents are missing from the export');
  });

  test('nothing-estimated: every size is assumed, and that is said', async () => {
    expect((await cased('nothing-estimated', ['--measure', 'points'])).text).toContain('Every size is assumed');
  });

  test('no-day: no effort, and it is said', async () => {
    const { portfolio, assumptions, text } = await cased('no-day');
    expect(portfolio.effort).toMatchObject({ aligned: 0, alignment: null });
    expect(assumptions.undated).toBe(1);
    expect(text).toContain('Done without a day, in progress figures but never in effort: 1 unit');
  });

  test('typo-obj and epiclink-obj are refused, with what to write', async () => {
    await expect(cased('blank-rows', [], 'typo-obj')).rejects.toThrow(
      /The value 'AA' does not exist.*the export has "A"/,
    );
    await expect(cased('blank-rows', [], 'epiclink-obj')).rejects.toThrow('write parent = A-1');
  });

  test('run-obj: run is RUN', async () => {
    expect((await cased('blank-rows', [], 'run-obj')).portfolio.effort).toMatchObject({ run: 1, aligned: 0 });
  });

  test('site2 beside blank-rows: both are counted', async () => {
    const { portfolio } = await run([of('blank-rows'), of('site2')], of('strategy'));
    expect(portfolio.effort).toMatchObject({ aligned: 1, unlinked: 1 });
  });
});
