import { testFiles } from '../../load/testExport';
import { readOptions } from '../options';
import { backtestReport } from '../reportOf';
import { backtest } from './backtest';
import { printBacktest } from './printBacktest';
import type { ScopeHistory } from './scopeHistory';

const file = testFiles();

type Units = ScopeHistory['units'];

/** A unit created and done each week, so many weeks long, from day 0 on; and one that is open all the time. */
const oneAWeek = (weeks: number): Units => [
  { created: 0, over: null, dropped: false },
  ...Array.from({ length: weeks + 1 }, (_, week) => ({ created: 7 * week, over: 7 * week, dropped: false })),
];
const project = (units: Units): ScopeHistory[] => [{ kind: 'project', key: 'P', units }];

describe('a backtest by hand', () => {
  test('has a case every fourth week, from twelve weeks after the first unit to the horizon before the last day', () => {
    // The last day ends week 30. As of weeks 12, 16, 20 and 24 the next 4 are known, as of 12 and 16 the next 13.
    const { howMany } = backtest(project(oneAWeek(30)), 210);
    expect(howMany.map(({ scope, weeks, cases }) => [scope, weeks, cases])).toEqual([
      ['project', 4, 4],
      ['project', 13, 2],
      ['objective', 4, 0],
      ['objective', 13, 0],
    ]);
    expect(backtest(project(oneAWeek(30)), 209).howMany[0]?.cases).toBe(4);
    expect(backtest(project(oneAWeek(30)), 195).howMany[0]?.cases).toBe(3);
  });

  test('wants five units done in the twelve weeks before', () => {
    const done = (count: number): Units =>
      Array.from({ length: count }, (_, at) => ({ created: 0, over: 7 * (at + 1), dropped: false }));
    expect(backtest(project(done(4)), 112).howMany[0]?.cases).toBe(0);
    expect(backtest(project(done(5)), 112).howMany[0]?.cases).toBe(1);
    expect(backtest(project(done(5).map((unit) => ({ ...unit, dropped: true }))), 112).howMany[0]?.cases).toBe(0);
  });

  test('of just one a week the method before and the mean are never wrong', () => {
    const { howMany } = backtest(project(oneAWeek(60)), 420);
    expect(howMany[0]).toMatchObject({ lossBefore: 0, lossMean: 0 });
    expect(howMany[2]).toMatchObject({ loss: null, hit: { '50': null, '85': null, '95': null } });
  });

  test('when: as many must be over, done or dropped, as were open, old or new; a day after the last is left out', () => {
    // One is open at each as-of day, and each week another is over: any stated day of a week or more came true.
    const { when } = backtest(project(oneAWeek(100)), 700);
    expect(when[0]).toMatchObject({ scope: 'project', hit: { '95': 1 } });
    expect((when[0]?.cases ?? 0) + (when[0]?.beyond ?? 0)).toBeGreaterThanOrEqual(22);
    const never = oneAWeek(30).map((unit) => ({
      ...unit,
      over: unit.over !== null && unit.over > 84 ? null : unit.over,
    }));
    expect(backtest(project(never), 85).when[0]).toMatchObject({ cases: 0, beyond: 1 });
  });
});

test('a backtest prints how the export was read and what that assumed', async () => {
  const rows = [
    'A-1,Story,Closed,2025-01-06,,',
    'A-2,Story,Closed,2025-01-06,2025-02-03,B-9',
    'A-3,Story,Open,2025-01-06,,',
    'A-4,Story,Open,2026-01-06,,',
  ];
  const data = file(`Issue key,Issue Type,Status,Created,Resolved,Parent key\n${rows.join('\n')}\n`);
  const args = ['--data', data, '--statuses', 'Closed=done, Shut=done', '--as-of', '2025-09-30', '--backtest'];
  const { report, howRead, leftOut } = await backtestReport(readOptions(args, 0));
  const text = printBacktest(report, howRead, leftOut);
  expect(text).toMatch(/project +4 +0 /);
  expect(text).toContain('Story: level 0, by name, 4 issues; 1 of 1 parents missing\n');
  expect(text).toContain('4 issues read, of which 3 units: 1 to do, 0 doing, 2 done, 0 dropped');
  expect(text).toContain('Created after the last day, left out: 1 issue\n');
  expect(text).toContain('1 of 1 parents are missing from the export');
  expect(text).toContain('Read as to do, because --statuses does not name them: Open.');
  expect(text).toContain('--statuses names "shut", which no issue has.');
  expect(text).toContain('1 unit done without a day counts as done when created.');
  expect(text).toContain('the tags and parents of today count for all of the past');
  const byHand = printBacktest(backtest(project(oneAWeek(30)), 210), howRead, leftOut);
  expect(byHand).toMatch(/project +4 +4 /);
  expect(byHand).toContain('–');
});
