import fc from 'fast-check';
import {
  currentValue,
  isWithin,
  newestCheckIn,
  statedHealth,
  valuesOverTime,
} from '../../../src/domain/strategy/checkIn';
import { checkIn } from '../build';

const brings = (id: number, day: number, value: number, keyResult = 7) =>
  checkIn(id, { day, values: new Map([[keyResult, value]]) });

describe('the value of a key result', () => {
  const checkIns = [
    brings(3, 20, 62),
    brings(1, 10, 55),
    checkIn(4, { day: 25, note: 'nothing new' }),
    brings(5, 22, 3, 8),
    brings(6, 40, 70),
  ];

  test('is that of the newest check-in that brings one', () => {
    expect(currentValue(checkIns, 7, 30)).toEqual({ day: 20, value: 62 });
    expect(currentValue(checkIns, 8, 30)).toEqual({ day: 22, value: 3 });
  });

  test('is of the day one looks at: later check-ins do not count yet', () => {
    expect(currentValue(checkIns, 7, 39)).toEqual({ day: 20, value: 62 });
    expect(currentValue(checkIns, 7, 40)).toEqual({ day: 40, value: 70 });
    expect(currentValue(checkIns, 7, 9)).toBeNull();
  });

  test('is the one stated last when a day has several', () => {
    const twice = [brings(9, 20, 60), brings(8, 20, 600)];
    expect(currentValue(twice, 7, 20)).toEqual({ day: 20, value: 60 });
    expect(valuesOverTime(twice, 7, 20)).toEqual([{ day: 20, value: 60 }]);
  });

  test('can be 0, and is none where none was stated', () => {
    expect(currentValue([brings(1, 10, 0)], 7, 10)).toEqual({ day: 10, value: 0 });
    expect(currentValue([checkIn(1)], 7, 10)).toBeNull();
  });

  test('over time is told oldest first', () => {
    expect(valuesOverTime(checkIns, 7, 40)).toEqual([
      { day: 10, value: 55 },
      { day: 20, value: 62 },
      { day: 40, value: 70 },
    ]);
    expect(valuesOverTime(checkIns, 7, 39)).toHaveLength(2);
  });

  test('is always the last of the values over time', () => {
    const anyCheckIns = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer(), fc.constantFrom(7, 8)));
    fc.assert(
      fc.property(anyCheckIns, fc.integer({ min: -1, max: 10 }), (rows, asOf) => {
        const all = rows.map(([day, value, keyResult], id) => brings(id, day, value, keyResult));
        expect(currentValue(all, 7, asOf)).toEqual(valuesOverTime(all, 7, asOf).at(-1) ?? null);
      }),
    );
  });
});

test('the newest check-in of an objective is by day, then by which was made last, and never of the future', () => {
  const checkIns = [
    checkIn(2, { day: 10 }),
    checkIn(1, { day: 10 }),
    checkIn(3, { day: 30 }),
    checkIn(4, { day: 11, objective: 'B' }),
  ];
  expect(newestCheckIn(checkIns, 'A', 29)?.id).toBe(2);
  expect(newestCheckIn(checkIns, 'A', 30)?.id).toBe(3);
  expect(newestCheckIn(checkIns, 'C', 30)).toBeNull();
});

test('thirty days back is within thirty days; the future is not', () => {
  expect([70, 69, 100, 101].map((day) => isWithin(day, 100, 30))).toEqual([true, false, true, false]);
});

describe('stated health', () => {
  const checkIns = [
    checkIn(1, { day: 10, health: 'onTrack', author: 'bo' }),
    checkIn(2, { day: 50, health: 'atRisk', author: null }),
    checkIn(3, { day: 60, note: 'says nothing of its health' }),
    checkIn(4, { day: 61, health: 'offTrack', objective: 'B' }),
  ];

  test('is the last one stated of the objective', () => {
    expect(statedHealth(checkIns, 'A', 70, 30)).toEqual({ health: 'atRisk', day: 50, author: null });
    expect(statedHealth(checkIns, 'A', 49, 39)).toEqual({ health: 'onTrack', day: 10, author: 'bo' });
  });

  test('ends when the cadence has passed: stated on day 50, with 30 days it speaks up to day 80', () => {
    expect(statedHealth(checkIns, 'A', 80, 30)?.day).toBe(50);
    expect(statedHealth(checkIns, 'A', 81, 30)).toBeNull();
  });
});
