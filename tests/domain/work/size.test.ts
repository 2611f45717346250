import { typicalEstimate } from '../../../src/domain/work/estimate';
import { sizeOf, tallyOf } from '../../../src/domain/work/tally';

const counts = (...estimates: number[]) => estimates.map((estimate) => ({ estimate: estimate * 1000, count: 1 }));

describe('the typical estimate of a project', () => {
  test('is the middle one, or the mean of the middle two', () => {
    expect(typicalEstimate(counts(8, 1, 3)).median).toBe(3000);
    expect(typicalEstimate(counts(1, 2, 5, 8)).median).toBe(3500);
  });

  test('counts repeated estimates as often as they occur', () => {
    expect(
      typicalEstimate([
        { estimate: 5000, count: 3 },
        { estimate: 1000, count: 2 },
      ]).median,
    ).toBe(5000);
  });

  test('takes percentiles between the closest ranks', () => {
    // ranks 0…4; the 10th percentile lies at rank 0.4, the 90th at rank 3.6
    const { low, high } = typicalEstimate(counts(1, 2, 3, 5, 8));
    expect(low).toBeCloseTo(1400);
    expect(high).toBeCloseTo(6800);
  });

  test('is one point where nothing is estimated, and zero is an estimate', () => {
    expect(typicalEstimate([])).toEqual({ median: 1000, low: 1000, high: 1000 });
    expect(typicalEstimate(counts(0, 0, 4)).median).toBe(0);
  });
});

test('a size in points takes each unestimated unit for the median, and is in thousandths', () => {
  const tally = { items: 3, points: 5000, unestimated: 1 };
  const typical = { median: 3500, low: 1000, high: 8000 };
  expect(sizeOf(tally, 'points', typical)).toBe(8500);
  expect(sizeOf(tally, 'points', typical, 'high')).toBe(13_000);
  expect(sizeOf(tally, 'items', typical)).toBe(3000);
  expect(tallyOf(0)).toEqual({ items: 1, points: 0, unestimated: 0 });
});
