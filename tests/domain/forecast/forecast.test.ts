import fc from 'fast-check';
import { forecastOf } from '../../../src/domain/forecast/forecast';
import { drawsBelow, randomAt, seedOf } from '../../../src/domain/forecast/random';

const asOf = 20_000;
const forecast = (remaining: number, weekly: number[], target: number | null = null, seed = 'OBJ-1') =>
  forecastOf({ remaining, weekly, asOf, target, seed });

describe('a forecast', () => {
  test('of a steady pace is arithmetic: 5 units at 2 a week take 3 weeks', () => {
    expect(forecast(5, [2, 2, 2], asOf + 21)).toEqual({
      remaining: 5,
      weekly: [2, 2, 2],
      trials: 2000,
      p50: asOf + 21,
      p85: asOf + 21,
      chance: 1,
      curve: [
        { day: asOf + 14, share: 0 },
        { day: asOf + 21, share: 1 },
      ],
      truncated: false,
    });
  });

  test('counts a week only when it is over: one day short of 3 weeks there is no chance', () => {
    expect(forecast(5, [2], asOf + 20)?.chance).toBe(0);
    expect(forecast(5, [2], asOf + 27)?.chance).toBe(1);
    expect(forecast(5, [2], asOf - 1)?.chance).toBe(0);
  });

  test('plays weeks of 1 or 3 as they fall: 4 units are done after 2 weeks unless 1 + 1 (¼), after 3 unless 1 + 1 + 1 (⅛)', () => {
    const found = forecast(4, [1, 3], asOf + 14);
    expect(found).toMatchObject({ p50: asOf + 14, p85: asOf + 21, truncated: false });
    expect(found?.chance).toBeCloseTo(3 / 4, 1);
    expect(found?.curve.map(({ day }) => day - asOf)).toEqual([7, 14, 21, 28]);
    expect(found?.curve[0]?.share).toBe(0);
    expect(found?.curve[2]?.share).toBeCloseTo(7 / 8, 1);
    expect(found?.curve[3]?.share).toBe(1);
  });

  test('takes idle weeks for what they are: half of them idle, 1 unit is done after n weeks with 1 − ½ⁿ', () => {
    const found = forecast(1, [0, 1]);
    expect(found?.p85).toBe(asOf + 21);
    for (const weeks of [1, 2, 3, 4]) {
      const share = found?.curve.find(({ day }) => day === asOf + 7 * weeks)?.share ?? 0;
      expect(Math.abs(share - (1 - 0.5 ** weeks))).toBeLessThan(0.04);
    }
  });

  test('has no value where nothing was done', () => {
    expect(forecast(5, [0, 0, 0])).toBeNull();
    expect(forecast(0, [0, 0, 0])).toBeNull();
    expect(forecast(5, [])).toBeNull();
  });

  test('of nothing left is today', () => {
    expect(forecast(0, [1], asOf)).toMatchObject({
      p50: asOf,
      p85: asOf,
      chance: 1,
      curve: [{ day: asOf, share: 1 }],
      truncated: false,
    });
  });

  test('has no chance without a target, nor with one that passed before one looked and nothing left', () => {
    expect(forecast(5, [2])?.chance).toBeNull();
    expect(forecast(0, [2], asOf - 1)?.chance).toBeNull();
  });

  test('ends after ten years, which are 520 weeks: 520 units at 1 a week are just done, 521 are not', () => {
    expect(forecast(520, [1], asOf + 3640)).toMatchObject({ p50: asOf + 3640, chance: 1, truncated: false });
    const never = forecast(521, [1], asOf + 9999);
    expect(never).toMatchObject({ p50: asOf + 3640, p85: asOf + 3640, chance: 0, truncated: true });
    expect(never?.curve.every(({ share }) => share === 0)).toBe(true);
  });
});

describe('any forecast', () => {
  const weekly = fc.array(fc.nat(6), { minLength: 1, maxLength: 12 });
  const input = fc.record({ remaining: fc.nat(60), weekly, target: fc.option(fc.integer({ min: -10, max: 400 })) });

  test('is the same each time, in order, and drawn with at most 60 points', () => {
    fc.assert(
      fc.property(input, ({ remaining, weekly, target }) => {
        const day = target === null ? null : asOf + target;
        const found = forecast(remaining, weekly, day);
        expect(forecast(remaining, weekly, day)).toEqual(found);
        if (found === null) return expect(Math.max(...weekly)).toBe(0);
        const { p50, p85, chance, curve, truncated } = found;
        expect(p50).toBeLessThanOrEqual(p85);
        expect((p50 - asOf) % 7).toBe(0);
        expect(chance ?? 0).toBeGreaterThanOrEqual(0);
        expect(chance ?? 0).toBeLessThanOrEqual(1);
        expect(curve.length).toBeLessThanOrEqual(60);
        expect(curve.at(-1)?.share === 1).toBe(!truncated);
        curve.slice(1).forEach((point, index) => {
          expect(point.day).toBeGreaterThan(curve[index]!.day);
          expect(point.share).toBeGreaterThanOrEqual(curve[index]!.share);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('is never later with more throughput in each week, nor with less to do', () => {
    fc.assert(
      fc.property(input, fc.nat(3), fc.nat(20), ({ remaining, weekly, target }, more, less) => {
        const day = target === null ? null : asOf + target;
        const found = forecast(remaining, weekly, day);
        const better = forecast(
          Math.max(0, remaining - less),
          weekly.map((units) => units + more),
          day,
        );
        if (found === null || better === null) return;
        expect(better.p50).toBeLessThanOrEqual(found.p50);
        expect(better.p85).toBeLessThanOrEqual(found.p85);
        if (found.chance !== null && better.chance !== null) {
          expect(better.chance).toBeGreaterThanOrEqual(found.chance);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('random numbers', () => {
  test('are seeded by FNV-1a', () => {
    expect(['', 'a', 'foobar'].map(seedOf)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });

  test('are the same for the same seed and place, and others elsewhere', () => {
    const some = (seed: number) => [0, 1, 2, 3].map((place) => randomAt(seed, place));
    expect(some(1)).toEqual(some(1));
    expect(new Set([...some(1), ...some(2)]).size).toBe(8);
  });

  test('fall evenly: of 12,000 below 12, each number comes 1,000 times, give or take 150 (5 standard deviations)', () => {
    const counts = new Array<number>(12).fill(0);
    const draw = drawsBelow(12, seedOf('even'));
    for (let place = 0; place < 12_000; place++) counts[draw(place)]! += 1;
    expect(counts.every((count) => Math.abs(count - 1000) < 150)).toBe(true);
  });
});
