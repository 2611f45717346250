import { objectiveScopes } from '../../../src/domain/forecast/objectiveScopes';
import { oldestWeek } from '../../../src/domain/forecast/alignmentTrend';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { parseDay } from '../../../src/domain/time/day';
import { lastDayOf, weekOf, type WeekSum } from '../../../src/domain/time/weeks';
import { objective } from '../build';

/** A Thursday; the last full week ended on the Sunday before. */
const THURSDAY = parseDay('2025-08-28') ?? NaN;
const WEEK = weekOf(THURSDAY);

const week = (ago: number, serves: string, added: number, done: number): WeekSum => ({
  serves,
  week: WEEK - ago,
  added: { units: added, size: 0 },
  done: { units: done, size: 0 },
});
const cascade = new Cascade([objective('A'), objective('B', { parent: 'A' })]);
const scope = (weeks: WeekSum[], key: string, open: number, asOf = THURSDAY) =>
  objectiveScopes(weeks, cascade, asOf, new Map([[key, open]])).get(key);

test('an objective begins with the week of its first unit, covers what is below it, and ends with the last full week', () => {
  const weeks = [week(3, 'A', 4, 0), week(2, 'B', 1, 2), week(1, 'A', 0, 1), week(0, 'A', 1, 0)];
  expect(scope(weeks, 'A', 3)).toMatchObject({
    counts: { added: [4, 1, 0], done: [0, 2, 1], dropped: [0, 0, 0], open: [4, 3, 2] },
    firstWeekEnds: lastDayOf(WEEK - 3),
    asOfs: [],
  });
  expect(scope(weeks, 'A', 3, THURSDAY + 3)?.counts.added).toEqual([4, 1, 0, 1]);
});

test('what is older than the weeks kept was open before them', () => {
  const weeks = [
    { ...week(0, 'A', 5, 2), week: oldestWeek(THURSDAY) },
    { ...week(0, 'A', 0, 1), week: oldestWeek(THURSDAY) + 2 },
  ];
  expect(scope(weeks, 'A', 2)?.counts.open.slice(0, 3)).toEqual([3, 2, 2]);
});

test('earlier forecasts were made every fourth week before the last full one, with twelve weeks before them', () => {
  const { asOfs, counts } = scope([week(26, 'A', 1, 0)], 'A', 1) ?? { asOfs: [], counts: { done: [] } };
  expect(counts.done.length).toBeGreaterThanOrEqual(24);
  expect(asOfs.at(-1)).toBe(counts.done.length - 1 - 4);
  expect(asOfs[0]).toBeGreaterThanOrEqual(11);
  expect(asOfs[0]).toBeLessThan(15);
});
