import { PAGES } from './measure/pages';
import { readBenchOptions } from './options';
import { resultsOf, resultsText } from './results';
import { type Measured, runEngine } from './runEngine';
import { projectSizes, REFERENCE_SIZE } from './site/projectSizes';
import { tableText } from './table';

const MIB = 1024 * 1024;

describe('the benchmark of a small site', () => {
  let measured: Measured;
  beforeAll(async () => {
    await runEngine(
      'embedded',
      [1000],
      3,
      () => undefined,
      (row) => (measured = row),
    );
  }, 300_000);

  it('keeps the budgets that hold at any size', () => {
    const { drain100, moveEpic, firstSync, heapMB, bytesPerIssue } = measured;
    expect([drain100.changed, drain100.drain.calls]).toEqual([100, 1]);
    // Level by level and block by block, so that none of them is large; two hold what fails to a few attempts an hour.
    expect(drain100.drain.statements).toBeLessThanOrEqual(26);
    expect(moveEpic.drain.calls).toBe(1);
    // Projects, fields and pages of few issues are what is over a point an issue.
    expect(firstSync.points).toBeGreaterThan(measured.issues);
    expect(firstSync.points).toBeLessThan(2 * measured.issues);
    expect(firstSync.largestStatement).toBeLessThanOrEqual(MIB);
    expect(firstSync.largestAnswer).toBeLessThanOrEqual(4 * MIB);
    expect(heapMB).toBeLessThan(256);
    expect(bytesPerIssue).toBeGreaterThan(0);
  });

  it('measures every page, none of which pages through Jira', () => {
    for (const page of PAGES) {
      const { p50, p95, statements, calls, rows, pageBytes } = measured.pages[page];
      expect(p95).toBeGreaterThanOrEqual(p50);
      for (const cost of [p50, statements, rows, pageBytes]) expect(cost).toBeGreaterThan(0);
      expect(calls).toBeLessThanOrEqual(2);
      expect(measured.pages[page].points).toBeLessThanOrEqual(3);
      expect(measured.pages[page].firstPoints).toBeLessThanOrEqual(8);
      expect(statements).toBeLessThanOrEqual(10);
    }
    // Ten pages of a hundred issues, and the fields.
    expect(measured.gather?.portfolio.calls).toBe(11);
  });

  it('prints aligned columns, and says of what is not known that it is not', () => {
    const lines = tableText([measured, measured]).split('\n');
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
    expect(lines[0]?.match(/1,000 embedded/g)).toHaveLength(2);
    expect(lines.find((line) => line.includes('rows read'))).toMatch(/–\s+–$/);
  });

  it('writes the figures that the sizes allow, and none for the others', () => {
    const { figures, machine, date } = JSON.parse(resultsText(resultsOf([measured]))) as ReturnType<typeof resultsOf>;
    expect(Object.keys(figures)).toEqual([
      'pageP95Ratio',
      'statementsPerPage',
      'pointsPerView',
      'pointsPerFirstView',
      'pointsPerIssue',
      'firstAnswerShare',
      'issuesPerStatement',
      'peakMemoryMB',
      'drain100Statements',
      'drain100Calls',
      'bytesPerIssue',
      'timesFasterThanGather',
      'tidbPeakQueryMB',
      'tidbSlowestMs',
      'tidbPageP95Ratio',
      'tidbFirstSyncPerSecond',
      'tidbFirstSyncRatio',
      'tidbDrainOneMs',
      'tidbDrainOneRatio',
      'tidbTurnOfDayS',
    ]);
    expect(figures).toMatchObject({ pageP95Ratio: null, bytesPerIssue: null, timesFasterThanGather: null });
    expect(figures.drain100Calls).toBe(1);
    expect(machine.cores).toBeGreaterThan(0);
    expect(Date.parse(date)).not.toBeNaN();
  });
});

test.each([1000, 10_000, 100_000, 1_000_000])('the projects of a site hold its %i issues', (issues) => {
  const sizes = projectSizes(issues);
  expect(sizes).toHaveLength(200);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(issues);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0);
  expect(sizes.filter((size) => size === REFERENCE_SIZE)).toHaveLength(issues < 100_000 ? 0 : 1);
});

describe('the command line', () => {
  it('writes the results of a whole run only, unless a file is named', () => {
    expect(readBenchOptions([], 'all.json')).toEqual({
      sizes: [10_000, 100_000, 1_000_000],
      engines: ['embedded', 'mariadb', 'tidb'],
      rounds: 200,
      out: 'all.json',
    });
    expect(readBenchOptions(['--sizes', '10000,100000'], 'all.json')).toMatchObject({
      sizes: [10_000, 100_000],
      out: null,
    });
    expect(readBenchOptions(['--engines', 'embedded', '--out', 'some.json'], 'all.json')).toMatchObject({
      engines: ['embedded'],
      out: 'some.json',
    });
  });

  it.each([
    [['--sizes', 'many'], '--sizes many: write a whole number'],
    [['--engines', 'oracle'], '--engines oracle: write some of embedded,mariadb,tidb'],
    [['--wrong'], 'npm run bench --'],
  ])('refuses %j', (args, message) => {
    expect(() => readBenchOptions(args, 'all.json')).toThrow(message);
  });
});
