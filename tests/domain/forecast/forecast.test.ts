import fc from 'fast-check';
import { curveOf, forecastOf, type Outset } from '../../../src/domain/forecast/forecast';
import { Foresight } from '../../../src/domain/forecast/foresight';
import { Looked, replay, type Scope, weeksUntil } from '../../../src/domain/forecast/replay';
import { NO_RECORD, withForecast } from '../../../src/domain/forecast/trackRecord';
import { chancesThatCome, VIEWS } from '../../../src/domain/forecast/views';
import { openWeekly } from '../../../src/domain/forecast/weeklyCounts';

const asOf = 20_000;

const countsOf = (done: readonly number[], added = done, before = 10) => {
  const counts = { done, added, dropped: done.map(() => 0) };
  return { ...counts, open: openWeekly(counts, before) };
};
const outsetOf = (done: readonly number[], open: number, added = done): Outset => ({
  foresight: new Foresight(),
  from: new Looked(countsOf(done, added), 'over').at(done.length - 1, open),
});
const forecast = (open: number, done: readonly number[], target: number | null = null) =>
  forecastOf({
    outset: outsetOf(done, open),
    remaining: open,
    weekly: done.slice(-12),
    asOf,
    target,
    record: NO_RECORD,
  });
const year = (perWeek: number): number[] => new Array<number>(52).fill(perWeek);

describe('a forecast', () => {
  test('of a steady pace lies about where arithmetic says: 20 units at 2 a week take 10 weeks', () => {
    const { p50, p85 } = forecast(20, year(2)) ?? { p50: NaN, p85: NaN };
    expect(Math.abs((p50 ?? NaN) - asOf - 70)).toBeLessThan(30);
    expect(p85).toBeGreaterThan(p50 ?? NaN);
  });

  test('has no value where nothing was done', () => {
    expect(forecast(5, year(0))).toBeNull();
    expect(forecast(0, [])).toBeNull();
  });

  test('of nothing left is today', () => {
    expect(forecast(0, year(1), asOf)).toMatchObject({ p50: asOf, p85: asOf, chance: 1 });
  });

  test('has no chance without a target, nor with one that passed before one looked and nothing left', () => {
    expect(forecast(5, year(2))?.chance).toBeNull();
    expect(forecast(0, year(2), asOf - 1)?.chance).toBeNull();
    expect(forecast(5, year(2), asOf - 1)?.chance).toBe(0);
  });

  test('names no day beyond ten years', () => {
    expect(forecast(100_000, year(1))).toMatchObject({ p50: null, p85: null });
  });
});

describe('any forecast', () => {
  const done = fc.array(fc.nat(6), { minLength: 4, maxLength: 30 });

  test('is in order, and surer by each later day', () => {
    fc.assert(
      fc.property(done, fc.nat(60), fc.nat(400), (weekly, open, days) => {
        const found = forecast(open, weekly, asOf + days);
        if (found === null) return;
        const { p50, p85, chance } = found;
        expect(p50 ?? Infinity).toBeLessThanOrEqual(p85 ?? Infinity);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        const curve = curveOf(outsetOf(weekly, open), asOf);
        expect(curve.length).toBeLessThanOrEqual(62);
        curve.slice(1).forEach((point, at) => expect(point.share).toBeGreaterThanOrEqual(curve[at]?.share ?? NaN));
      }),
      { numRuns: 40 },
    );
  });

  test('of how many never exceeds what is open where nothing is added any more', () => {
    const counts = countsOf(year(3), year(0), 3 * 52 + 4);
    const from = new Looked(counts, 'over').at(51);
    expect(from.open).toBe(4);
    for (const view of VIEWS.filter(({ halfLife }) => halfLife < 10)) {
      expect(chancesThatCome([view], from, 13, 40)[0]).toBeLessThan(0.01);
      const [four, five] = [4, 5].map((count) => chancesThatCome([view], from, 13, count)[0] ?? NaN);
      expect(four).toBeGreaterThan(five ?? NaN);
    }
  });
});

describe('the record of earlier forecasts', () => {
  const scopeOf = (done: readonly number[]): Scope => ({
    key: 'A',
    counts: countsOf(done),
    firstWeekEnds: 0,
    asOfs: done.flatMap((_, week) => (week >= 12 && week % 4 === 0 ? [week] : [])),
  });
  const recordOf = (scope: Scope) => {
    let record = NO_RECORD;
    replay([scope], 'over', (made, foresight) => (record = withForecast(record, made, foresight)));
    return record;
  };
  const twoYears = [...year(2), ...year(2)];

  test('counts those that are due, and of them those that came true: at a steady pace nearly all', () => {
    const { due, cameTrue } = recordOf(scopeOf(twoYears));
    // Of 23 forecasts the newest are not due yet.
    expect(due).toBeGreaterThanOrEqual(12);
    expect(due).toBeLessThan(23);
    expect(cameTrue).toBe(due);
  });

  test('those of a scope in which nothing came any more came true no more', () => {
    const stopped = recordOf(scopeOf([...twoYears, ...year(0)]));
    const { due } = recordOf(scopeOf(twoYears));
    expect(stopped.due).toBeGreaterThan(due);
    expect(stopped.cameTrue).toBeLessThan(stopped.due);
  });

  test('the weeks until so many came: 3 at 2 a week are 2', () => {
    expect([weeksUntil([0, 2, 2, 2], 0, 3, 3), weeksUntil([0, 2, 2, 2], 0, 7, 3)]).toEqual([2, null]);
  });
});
