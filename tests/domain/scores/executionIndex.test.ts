import fc from 'fast-check';
import { FACTORS, indexOf, type FactorKey } from '../../../src/domain/scores/executionIndex';

const all = (value: number | null): Record<FactorKey, number | null> => ({
  clarity: value,
  communication: value,
  resources: value,
  monitoring: value,
  adaptability: value,
  buyIn: value,
});

test('is 100 when everything is at its best, and 0 when nothing is there', () => {
  expect(indexOf(all(1))).toBe(100);
  expect(indexOf(all(0))).toBe(0);
});

test('is buy-in times the mean of log2(1 + factor), over the factors that have a value', () => {
  const values = { ...all(null), clarity: 1, resources: 0.5, buyIn: 0.5 };
  // 100 × 0.5 × (1 + 0.584963) ÷ 2
  expect(indexOf(values)).toBeCloseTo(39.624, 3);
});

test('counts a factor of 0, but not one without a value', () => {
  expect(indexOf({ ...all(null), clarity: 1, buyIn: 1 })).toBe(100);
  expect(indexOf({ ...all(null), clarity: 1, resources: 0, buyIn: 1 })).toBe(50);
});

test('has no value without buy-in, or without any other factor', () => {
  expect(indexOf({ ...all(1), buyIn: null })).toBeNull();
  expect(indexOf({ ...all(null), buyIn: 1 })).toBeNull();
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const maybe = fc.option(share);
const anyValues = fc.record({
  clarity: maybe,
  communication: maybe,
  resources: maybe,
  monitoring: maybe,
  adaptability: maybe,
  buyIn: share,
});
/** What the last bits of a floating-point sum may differ by. */
const ROUNDING = 1e-9;

test('lies within 0…100', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const index = indexOf(values) ?? 0;
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index).toBeLessThanOrEqual(100 + ROUNDING);
    }),
  );
});

test('rises when any factor rises, where there is buy-in', () => {
  fc.assert(
    fc.property(anyValues, fc.constantFrom(...FACTORS), share, share, (values, factor, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [before, after] = [low, high].map((value) => indexOf({ ...values, [factor]: value }) ?? NaN);
      expect(after).toBeGreaterThanOrEqual((before ?? NaN) - ROUNDING);
      if (high - low > 1e-6 && values.buyIn > 1e-6) expect(after).toBeGreaterThan(before ?? NaN);
    }),
  );
});

test('is never lowered by more buy-in', () => {
  fc.assert(
    fc.property(anyValues, share, share, (values, a, b) => {
      const before = indexOf({ ...values, buyIn: Math.min(a, b) });
      const after = indexOf({ ...values, buyIn: Math.max(a, b) });
      expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0);
    }),
  );
});
