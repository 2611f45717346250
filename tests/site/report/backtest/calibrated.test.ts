import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readOptions } from '../options';
import { type Backtest, backtest } from './backtest';
import { backtestReport } from '../reportOf';
import { daysUntil } from '../../../../src/domain/forecast/forecast';
import { replay } from '../../../../src/domain/forecast/replay';
import { madeHistories } from './madeHistories';
import { weeklyHistory } from './weeklyHistory';

/** Points by which what came true may differ from what was stated, by the fewest cases that tell. */
const tolerance = (cases: number): number => (cases >= 100 ? 0.05 : cases >= 50 ? 0.1 : 1);
/** The largest loss, in parts of that of the method before. */
const MOST_LOSS = { 4: 1, 13: 0.95 } as const;

const expectCalibrated = ({ howMany }: Backtest): void => {
  for (const { weeks, cases, hit, loss, lossBefore } of howMany) {
    if (cases < 50) continue;
    for (const stated of ['50', '85', '95'] as const) {
      expect(Math.abs((hit[stated] ?? NaN) - Number(stated) / 100)).toBeLessThanOrEqual(tolerance(cases));
    }
    expect((loss ?? NaN) / (lossBefore ?? NaN)).toBeLessThanOrEqual(MOST_LOSS[weeks]);
  }
};

describe('forecasts of made histories come true as often as they say, and lose no more than those before', () => {
  test.each(madeHistories('first').map(({ name, ...made }) => [name, made] as const))(
    '%s',
    (_, { histories, lastDay }) => {
      const result = backtest(histories, lastDay);
      expect(Math.max(...result.howMany.map(({ cases }) => cases))).toBeGreaterThanOrEqual(100);
      expectCalibrated(result);
    },
    60_000,
  );
});

test('where the last units of objectives stay open for ever, hardly one gets a day of 85 % once a few were seen', () => {
  const made = madeHistories('first').find(({ name }) => name === 'objectives that run out of work');
  const days: (number | null)[] = [];
  replay(
    (made?.histories ?? []).map((history) => weeklyHistory(history, made?.lastDay ?? 0)),
    'over',
    ({ from }, foresight) => {
      if (from.open > 0) days.push(daysUntil({ foresight, from }, 0.85));
    },
  );
  const later = days.slice(FEW);
  expect(later.length).toBeGreaterThan(300);
  expect(later.filter((day) => day !== null).length / later.length).toBeLessThan(0.05);
});
/** Forecasts made before half a year has shown how earlier ones ended, and some of the first after. */
const FEW = 120;

const titanium = resolve('../shared/data/titanium-small.csv');
const strategy = resolve('../shared/data/titanium-small-objectives.csv');
const describeReal = existsSync(titanium) ? describe : describe.skip;
if (!existsSync(titanium)) console.warn('The real export is not here: its forecasts are not replayed.');

describeReal('forecasts of a real export come true as often as they say, and lose no more than those before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backtest-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const rows: string[][] = existsSync(titanium) ? parse(readFileSync(titanium), { bom: true }) : [];
  const [head = [], ...issues] = rows;
  const cells = (name: string) => (row: string[]) => row.filter((cell, at) => head[at] === name && cell !== '');
  const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

  /** A strategy file with an objective for each of these queries. */
  const objectives = (name: string, links: readonly string[]): string => {
    const path = join(folder, name);
    const lines = links.map((link, at) => `O-${at + 1},${name} ${at + 1},"${link.replaceAll('"', '""')}"`);
    writeFileSync(path, ['key,title,link', ...lines].join('\n'));
    return path;
  };
  const replayed = async (file: string): Promise<Backtest> =>
    (
      await backtestReport(
        readOptions(['--data', titanium, '--objectives', file, '--as-of', '2021-11-30', '--backtest'], Date.now()),
      )
    ).report;

  test('projects, and components as objectives', async () => {
    const components = unique(
      issues.flatMap((row) =>
        cells('Components')(row).map((name) => `project = ${cells('Project key')(row)[0]} AND component = "${name}"`),
      ),
    );
    const result = await replayed(objectives('components', components));
    expect(result.howMany.map(({ cases }) => cases)).toEqual([181, 181, 161, 161]);
    // As reckoned on its own from the days of the issues.
    expect(result.howMany[1]?.lossBefore).toBeCloseTo(0.24, 2);
    expectCalibrated(result);
  }, 120_000);

  test('the objectives of its strategy file', async () => {
    const result = await replayed(strategy);
    expect(result.howMany.map(({ cases }) => cases)).toEqual([181, 181, 126, 126]);
    expectCalibrated(result);
  }, 120_000);

  test('epics as objectives', async () => {
    const epics = issues.filter((row) => cells('Issue Type')(row)[0] === 'Epic');
    const links = epics.map((row) => `parent = ${cells('Issue key')(row)[0]}`);
    const result = await replayed(objectives('epics', links));
    expect(result.howMany[2]?.cases).toBe(11);
    expectCalibrated(result);
  }, 120_000);
});
