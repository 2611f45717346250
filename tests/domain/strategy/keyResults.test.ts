import fc from 'fast-check';
import {
  goalProblem,
  isMeasurable,
  keyResultProgress,
  progressOf,
  rawProgress,
  type Goal,
} from '../../../src/domain/strategy/keyResult';

const reach = (baseline: number | null, target: number | null): Goal => ({ kind: 'reach', baseline, target });
const maintain = (low: number, high: number): Goal => ({ kind: 'maintain', low, high });

describe('progress of a key result', () => {
  test.each([
    ['grows: (70 − 60) ÷ (80 − 60)', reach(60, 80), 70, 0.5, 0.5],
    ['shrinks: (9 − 12) ÷ (4 − 12)', reach(12, 4), 9, 0.375, 0.375],
    ['got worse: (55 − 60) ÷ (80 − 60)', reach(60, 80), 55, -0.25, 0],
    ['went beyond: (90 − 60) ÷ (80 − 60)', reach(60, 80), 90, 1.5, 1],
    ['stands at its baseline', reach(12, 4), 12, 0, 0],
    ['crosses zero: (0 − −10) ÷ (30 − −10)', reach(-10, 30), 0, 0.25, 0.25],
    ['is kept, at the low end', maintain(95, 99), 95, 1, 1],
    ['is kept, at the high end', maintain(95, 99), 99, 1, 1],
    ['left its range', maintain(95, 99), 94.9, 0, 0],
  ])('%s', (_, goal, current, raw, progress) => {
    expect(rawProgress(goal, current)).toBe(raw);
    expect(progressOf(goal, current)).toBe(progress);
  });

  test.each([
    ['a current value', reach(0, 10), null],
    ['a current value inside a range', maintain(0, 10), null],
    ['a baseline', reach(null, 10), 5],
    ['a target', reach(0, null), 5],
    ['a target that differs from the baseline', reach(5, 5), 5],
  ])('has no value without %s', (_, goal, current) => {
    expect(rawProgress(goal, current)).toBeNull();
    expect(progressOf(goal, current)).toBeNull();
  });

  test('lies between 0 and 1 for whatever numbers', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, number, (a, b, current) => {
        for (const goal of [reach(a, b), maintain(a, b)]) {
          const progress = progressOf(goal, current);
          expect(progress === null).toBe(!isMeasurable(goal));
          expect(progress ?? 0).toBeGreaterThanOrEqual(0);
          expect(progress ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a goal', () => {
  test.each([
    ['target equal to the baseline', reach(5, 5), /target must differ/],
    ['range upside down', maintain(9, 1), /low end/],
    ['not a number', reach(NaN, 1), /numbers/],
    ['not finite', maintain(0, Infinity), /numbers/],
    ['not finite, with nothing to compare', reach(null, Infinity), /numbers/],
    ['further apart than numbers go', reach(-1e308, 1e308), /too far apart/],
  ])('cannot be followed: %s', (_, goal, message) => {
    expect(goalProblem(goal)).toMatch(message);
    expect(isMeasurable(goal)).toBe(false);
  });

  test('of a single value is a range, and zero is a number', () => {
    expect([maintain(5, 5), reach(0, 5), reach(5, 0)].map(goalProblem)).toEqual([null, null, null]);
    expect([maintain(5, 5), reach(0, 5), reach(5, 0)].every(isMeasurable)).toBe(true);
  });

  test('without a baseline or a target is no mistake, but tells nothing yet', () => {
    expect([reach(null, 5), reach(5, null), reach(null, null)].map(goalProblem)).toEqual([null, null, null]);
    expect([reach(null, 5), reach(5, null), reach(null, null)].some(isMeasurable)).toBe(false);
  });
});

describe('progress of the key results of an objective', () => {
  const of = (...keyResults: [progress: number | null, weight: number | null][]) =>
    keyResultProgress(keyResults.map(([progress, weight]) => ({ progress, weight })));

  test.each([
    ['weighted: (3 × 0.5 + 1 × 0.1) ÷ 4', of([0.5, 3], [0.1, 1]), 0.4],
    ['a missing weight is 0', of([0.5, 2], [0.1, null]), 0.5],
    ['no weight at all: equal', of([0.5, null], [0.1, null]), 0.3],
    ['all weights 0: equal', of([0.5, 0], [0.1, null]), 0.3],
    ['what has no value is left out: (1 × 0.5 + 1 × 0.1) ÷ 2', of([0.5, 1], [0.1, 1], [null, 8]), 0.3],
    ['what has a value weighs nothing: equal', of([0.5, 0], [0.1, 0], [null, 8]), 0.3],
  ])('%s', (_, progress, expected) => {
    expect(progress).toBeCloseTo(expected, 12);
  });

  test('has no value where none has one', () => {
    expect(of()).toBeNull();
    expect(of([null, 1], [null, null])).toBeNull();
  });

  test('is exactly 1 when all are', () => {
    expect(of(...Array.from({ length: 10 }, (): [number, null] => [1, null]))).toBe(1);
  });

  test('lies between the least and the greatest, and does not depend on the scale of the weights', () => {
    const keyResult = fc.record({
      progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      weight: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    fc.assert(
      fc.property(fc.array(keyResult), (keyResults) => {
        const values = keyResults.flatMap(({ progress }) => (progress === null ? [] : [progress]));
        const mean = keyResultProgress(keyResults);
        if (mean === null) return expect(values).toEqual([]);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
        const scaled = keyResults.map(({ progress, weight }) => ({ progress, weight: weight && weight * 7 }));
        expect(keyResultProgress(scaled)).toBeCloseTo(mean, 12);
      }),
    );
  });
});
