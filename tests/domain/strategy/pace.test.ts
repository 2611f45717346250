import fc from 'fast-check';
import { healthOf, type Health } from '../../../src/domain/strategy/health';
import { expectedProgress } from '../../../src/domain/strategy/pace';

describe('expected progress', () => {
  test.each([
    ['a quarter of the time has passed: (125 − 100) ÷ (200 − 100)', 100, 200, 125, 0.25],
    ['on the start', 100, 200, 100, 0],
    ['on the target', 100, 200, 200, 1],
    ['after the target', 100, 200, 900, 1],
    ['start and target on one day', 100, 100, 100, 1],
    ['the target before the start', 100, 90, 100, 1],
    ['before the start', 100, 200, 99, null],
    ['before both', 100, 90, 95, null],
    ['no start', null, 200, 150, null],
    ['no target', 100, null, 150, null],
  ])('%s', (_, start, target, asOf, expected) => {
    expect(expectedProgress(start, target, asOf)).toBe(expected);
  });

  test('never falls from a day to a later one, and lies between 0 and 1', () => {
    const day = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(day, day, day, fc.nat(1000), (start, target, asOf, later) => {
        const now = expectedProgress(start, target, asOf);
        const then = expectedProgress(start, target, asOf + later);
        if (now === null) return;
        expect(now).toBeGreaterThanOrEqual(0);
        expect(then).toBeGreaterThanOrEqual(now);
        expect(then).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('health', () => {
  test.each([
    ['0.45 ≥ 0.9 × 0.5', 0.45, 0.5, 'onTrack'],
    ['0.44 < 0.9 × 0.5', 0.44, 0.5, 'atRisk'],
    ['0.35 ≥ 0.7 × 0.5', 0.35, 0.5, 'atRisk'],
    ['0.34 < 0.7 × 0.5', 0.34, 0.5, 'offTrack'],
    ['9 of 100 where 10 of 100 are expected, in spite of rounding', 0.09, 0.1, 'onTrack'],
    ['nothing is expected on the first day', 0, 0, 'onTrack'],
    ['no progress when all is expected', 0, 1, 'offTrack'],
    ['no progress known', null, 0.5, 'pending'],
    ['nothing to expect', 0.5, null, 'pending'],
  ] as const)('%s', (_, progress, expected, health) => {
    expect(healthOf(progress, expected)).toBe(health);
  });

  test('reaches each threshold with whole percents, as by hand', () => {
    for (let expected = 10; expected <= 100; expected += 10) {
      expect(healthOf((expected * 9) / 1000, expected / 100)).toBe('onTrack');
      expect(healthOf((expected * 7) / 1000, expected / 100)).toBe('atRisk');
    }
  });

  test('is never worse with more progress, nor better with more expected', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const rank = (health: Health) => ['offTrack', 'atRisk', 'onTrack'].indexOf(health);
    fc.assert(
      fc.property(share, share, share, share, (a, b, c, d) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const [early, late] = [Math.min(c, d), Math.max(c, d)];
        expect(rank(healthOf(more, early))).toBeGreaterThanOrEqual(rank(healthOf(less, early)));
        expect(rank(healthOf(less, late))).toBeLessThanOrEqual(rank(healthOf(less, early)));
      }),
    );
  });
});
