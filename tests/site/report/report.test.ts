import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDay } from '../../../src/domain/time/day';
import { readOptions } from './options';
import { printReport } from './print';
import { explainedReportOf, reportOf } from './reportOf';

const FIXTURES = join(__dirname, 'fixtures');
const SHARED = resolve('../shared/data');

const options = (args: string[]) => readOptions(args, Date.UTC(2026, 2, 1));
const run = (args: string[]) => explainedReportOf(options(args));
const report = (args: string[]) => reportOf(options(args));
const shopOn = (day: string, strategy = join(FIXTURES, 'strategy.csv')) => [
  '--data',
  join(FIXTURES, 'shop.csv'),
  '--objectives',
  strategy,
  '--as-of',
  day,
];
const shopWith = (strategy: string) => shopOn('2026-02-28', strategy);
const shop = shopOn('2026-02-28');

describe('the report of a small export, by hand', () => {
  test('in items', async () => {
    expect(await report(shop)).toEqual({
      asOf: '2026-02-28',
      from: '2025-12-01',
      measure: 'items',
      objectives: [
        {
          key: 'OBJ-1',
          title: 'Seamless omnichannel',
          status: 'active',
          parent: null,
          work: { todo: 0, doing: 1, done: 1, dropped: 1, total: 2, progress: 0.5 },
        },
        {
          key: 'OBJ-2',
          title: 'Buy anywhere',
          status: 'active',
          parent: 'OBJ-1',
          work: { todo: 0, doing: 1, done: 1, dropped: 1, total: 2, progress: 0.5 },
        },
        {
          key: 'OBJ-3',
          title: 'Lower costs',
          status: 'active',
          parent: null,
          work: { todo: 1, doing: 0, done: 0, dropped: 0, total: 1, progress: 0 },
        },
      ],
      projects: [
        {
          key: 'POS',
          effort: { aligned: 0, run: 1, stale: 0, unlinked: 0, alignment: null },
          planned: { aligned: 1, run: 0, stale: 0, unlinked: 0, alignment: 1 },
        },
        {
          key: 'WEB',
          effort: { aligned: 2, run: 0, stale: 0, unlinked: 0, alignment: 1 },
          planned: { aligned: 0, run: 0, stale: 0, unlinked: 1, alignment: 0 },
        },
      ],
      portfolio: {
        effort: { aligned: 2, run: 1, stale: 0, unlinked: 0, alignment: 1 },
        planned: { aligned: 1, run: 0, stale: 0, unlinked: 1, alignment: 0.5 },
        allocationFit: 0.75,
        buyIn: null,
        // Clarity: OBJ-1 has its dates, one thing of four; by planned share (0.75 × 0.25) ÷ (0.75 + 0.75 + 0.25).
        // Communication: the mean of reach, 2 of 3 in WEB, and of nothing told. Three people are too few for buy-in.
        factors: {
          clarity: 3 / 28,
          communication: 1 / 3,
          resources: 0.75,
          monitoring: 0,
          adaptability: null,
          buyIn: null,
        },
        index: null,
      },
      unlinked: ['WEB-4'],
      types: {
        Epic: { level: 1, by: 'name', issues: 1 },
        Story: { level: 0, by: 'name', issues: 3 },
        Task: { level: 0, by: 'name', issues: 2 },
        Bug: { level: 0, by: 'name', issues: 1 },
      },
      // WEB-3, POS-1 and POS-2 are not estimated; in items that moves nothing.
      assumptions: { unestimated: 3, low: 1, high: 1, undated: 0, unknownParents: 0, leftOut: 0 },
    });
  });

  test('in points: what has no estimate takes the median of its project, 5 in WEB and 1 where nothing is estimated', async () => {
    const { objectives, projects } = await report([...shop, '--measure', 'points']);
    expect(objectives[1]?.work).toEqual({ todo: 0, doing: 5, done: 5, dropped: 1, total: 10, progress: 0.5 });
    expect(projects.map(({ planned }) => [planned.aligned, planned.unlinked])).toEqual([
      [1, 0],
      [0, 3],
    ]);
  });

  test('in points the text says how far the assumed sizes could move the alignment', async () => {
    const { report: figures, howRead } = await run([...shop, '--measure', 'points']);
    // WEB-3 is assumed among WEB's 3, 5 and 8: at 10 % 3 + 0.2 × 2 = 3.4, at 90 % 7.4. All of the effort is aligned.
    expect(figures.assumptions).toMatchObject({ unestimated: 3, low: 1, high: 1 });
    expect(printReport(figures, howRead)).toContain(
      'Sized by the median of the project, for want of an estimate: 3 units in effort or planned. ' +
        'Alignment of effort is 100.0 %; with the 10th percentile 100.0 %, with the 90th 100.0 %',
    );
  });

  test('of a day in the past: what came later is left out, what ended later is to do', async () => {
    const { objectives, unlinked, assumptions } = await report(shopOn('2026-01-03'));
    expect(objectives[1]?.work).toEqual({ todo: 1, doing: 1, done: 0, dropped: 0, total: 2, progress: 0 });
    expect(unlinked).toEqual([]);
    // WEB-4, WEB-5, POS-1 and POS-2 came later.
    expect(assumptions.leftOut).toBe(4);
  });

  test('as a page of text', async () => {
    const { report: figures, howRead } = await run(shop);
    const text = printReport(figures, howRead);
    expect(text).toContain('2025-12-01 to 2026-02-28, measured in work items');
    expect(text).toContain('OBJ-2 Buy anywhere: 1 done, 1 doing, 0 to do, 1 dropped');
    expect(text).toContain('Execution alignment index: not measurable yet');
    expect(text).toMatch(/Buy-in +– +not measurable yet: it wants five people/);
    expect(text).toContain('Unlinked work: 1 item serves no objective: WEB-4');
    expect(text).toContain('Epic: level 1, by name, 1 issue\n');
    expect(text).toContain('7 issues read, of which 6 units: 2 to do, 1 doing, 2 done, 1 dropped');
    expect(text).toContain('Dropped (closed without being done), in no total: 1 unit');
    expect(text).toContain('so that the work below counts: 1 issue\n');
    expect(text).not.toContain('median');
  });
});

test('nothing reads none or all that is not: 2 unlinked of 600', async () => {
  const { report: figures, howRead } = await run(shop);
  const { effort } = figures.portfolio;
  const text = (alignment: number) =>
    printReport({ ...figures, portfolio: { ...figures.portfolio, effort: { ...effort, alignment } } }, howRead);
  expect(text(598 / 600)).toMatch(/Effort +99\.7 % /);
  expect(text(9999 / 10_000)).toMatch(/Effort +99\.9 % /);
  expect(text(1 / 10_000)).toMatch(/Effort +0\.1 % /);
  expect(text(0.42)).toMatch(/Effort +42 % /);
  expect(text(1)).toMatch(/Effort +100 % /);
  expect(text(0)).toMatch(/Effort +0 % /);
});

describe('bad input ends with one line that says where and what', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const shopText = readFileSync(join(FIXTURES, 'shop.csv'), 'utf8');
  const strategyText = readFileSync(join(FIXTURES, 'strategy.csv'), 'utf8');

  test.each([
    ['no file', () => ['--data', join(folder, 'none.csv')], /none\.csv.*cannot be read/],
    ['an empty file', () => ['--data', file('empty.csv', '')], /empty\.csv.*empty/],
    [
      'a missing column',
      () => ['--data', file('a.csv', shopText.replace('Issue Type', 'Kind'))],
      /a\.csv.*"Issue Type".*missing/,
    ],
    [
      'a bad date',
      () => ['--data', file('b.csv', shopText.replace('04/Jan/26 9:00 AM', '32/Jan/26'))],
      /b\.csv, row 5.*"Created".*32\/Jan\/26/,
    ],
    [
      'a key twice',
      () => ['--data', file('c.csv', shopText.replace('WEB-5,5', 'WEB-4,5'))],
      /c\.csv, row 6.*"Issue key".*WEB-4/,
    ],
    [
      'JQL that does not parse',
      () => shopWith(file('d.csv', strategyText.replace('component = Ops', 'component = = Ops'))),
      /d\.csv, row 5.*"link"/,
    ],
    [
      'an unknown parent',
      () => shopWith(file('e.csv', strategyText.replace('anywhere,OBJ-1', 'anywhere,OBJ-9'))),
      /e\.csv, row 3.*"parent".*OBJ-9/,
    ],
    [
      'an objective twice',
      () => shopWith(file('f.csv', strategyText.replace('OBJ-3', 'obj-2'))),
      /f\.csv, row 4.*"key".*obj-2/,
    ],
    [
      'a weight that is no number',
      () => shopWith(file('g.csv', strategyText.replace(',3,active', ',heavy,active'))),
      /g\.csv, row 2.*"weight".*heavy/,
    ],
    [
      'a target date that is none',
      () => shopWith(file('h.csv', strategyText.replace('2026-12-31', '2026-13-31'))),
      /h\.csv, row 2.*"target".*2026-13-31/,
    ],
    ['a day that is none', () => shopOn('2026-02-30'), /--as-of 2026-02-30/],
    ['a measure that is none', () => [...shop, '--measure', 'hours'], /--measure hours/],
    ['no data', () => [], /--data is missing/],
    [
      'a strategy twice',
      () => [...shop, '--objectives', 'more.csv'],
      /--objectives is given more than once: give it once/,
    ],
    ['a day twice', () => [...shop, '--as-of', '2026-02-01'], /--as-of is given more than once/],
    ['two reports', () => [...shop, '--backtest', '--suggestions'], /--backtest and --suggestions are two reports/],
  ])('%s', async (_, args, message) => {
    const refused = async () => report(args());
    await expect(refused()).rejects.toThrow(message);
    await expect(refused()).rejects.not.toThrow(/\n/);
  });
});

const titanium = join(SHARED, 'titanium-small.csv');
const describeReal = existsSync(titanium) ? describe : describe.skip;
if (!existsSync(titanium)) console.warn('The real export is not here: its figures are not checked.');

describeReal('the report of a real export', () => {
  test('agrees with the counting rules', async () => {
    const { objectives, projects, portfolio } = await report([
      '--data',
      titanium,
      '--objectives',
      join(SHARED, 'titanium-small-objectives.csv'),
      '--from',
      '2018-01-01',
      '--as-of',
      '2021-11-30',
    ]);
    const work = objectives.find(({ key }) => key === 'TI-3')?.work;
    expect(work).toMatchObject({ todo: 74, doing: 0, done: 408, dropped: 107 });
    expect(work?.progress).toBeCloseTo(0.846473, 6);
    const effort = projects.find(({ key }) => key === 'ALOY')?.effort;
    expect(effort).toMatchObject({ aligned: 18, unlinked: 65 });
    expect(effort?.alignment).toBeCloseTo(0.216867, 6);
    expect(portfolio.allocationFit).toBeCloseTo(0.766667, 6);
    // Owner and dates, two of four, of all but TI-4, which has no owner: (0.6 + 0.375 + 0.225) × 0.5 + 0.4 × 0.25, ÷ 1.6.
    expect(portfolio.factors.clarity).toBeCloseTo(0.4375, 9);
    expect(portfolio.factors).toMatchObject({ communication: 0.5, monitoring: 0, adaptability: null });
    expect(portfolio.factors.resources).toBeCloseTo((60 / 316) * 0.766667, 6);
    const mean = [0.4375, 0.5, portfolio.factors.resources ?? 0, 0].reduce((sum, s) => sum + Math.log2(1 + s), 0) / 4;
    expect(portfolio.index).toBeCloseTo(100 * (portfolio.buyIn ?? 0) * mean, 9);
  }, 30_000);
});

test('days are read as they are written', () => {
  expect(parseDay('2026-02-28')).toBe(Date.UTC(2026, 1, 28) / 86_400_000);
  expect([parseDay('2026-02-30'), parseDay('28/02/2026'), parseDay('')]).toEqual([null, null, null]);
});
