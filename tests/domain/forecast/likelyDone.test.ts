import fc from 'fast-check';
import { likelyDone } from '../../../src/domain/forecast/likelyDone';

test('of 20 open units, where 25 of 100 that are over were dropped, 15 are likely to be done', () => {
  // 25 of 105, as five are added to those done: 20 × (1 − 25 ÷ 105) = 15.2.
  expect(likelyDone({ open: 20, done: 75, dropped: 25, blocked: 0 })).toBe(15);
});

test('a single dropped unit says little, and where none was dropped all are likely to be done', () => {
  // One of 6: 10 × (1 − 1 ÷ 6) = 8.3.
  expect(likelyDone({ open: 10, done: 0, dropped: 1, blocked: 0 })).toBe(8);
  expect(likelyDone({ open: 10, done: 3, dropped: 0, blocked: 0 })).toBe(10);
});

test('whatever was dropped, there are at least one and at most all of those open', () => {
  const count = fc.nat(100_000);
  fc.assert(
    fc.property(fc.record({ open: count, done: count, dropped: count, blocked: count }), (units) => {
      const likely = likelyDone(units);
      expect(likely).toBeGreaterThanOrEqual(Math.min(1, units.open));
      expect(likely).toBeLessThanOrEqual(units.open);
    }),
  );
});
