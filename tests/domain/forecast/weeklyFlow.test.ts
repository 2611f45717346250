import { weeklyFlow } from '../../../src/domain/forecast/weeklyFlow';
import { type WeekSum, weekOf } from '../../../src/domain/time/weeks';
import { asDay } from '../days';

const TODAY = asDay('2026-05-18');
const WEEK = weekOf(TODAY);

const sum = (ago: number, serves: string | null, added: number, done: number): WeekSum => ({
  ...{ serves, week: WEEK - ago },
  added: { units: added, size: added * 1000 },
  done: { units: done, size: done * 1000 },
});

test('the flow is what was added and done for some objectives in each of 14 weeks; what is older is left out', () => {
  const weeks = [sum(14, 'A', 50, 50), sum(13, 'A', 3, 1), sum(0, 'A', 1, 2), sum(0, 'B', 4, 0), sum(0, null, 9, 9)];
  const flow = weeklyFlow(['A', 'B'], weeks, TODAY);
  expect(flow.map(({ week }) => week)).toEqual(Array.from({ length: 14 }, (_, at) => WEEK - 13 + at));
  expect(flow[0]).toEqual({ week: WEEK - 13, added: 3, done: 1 });
  expect(flow[13]).toEqual({ week: WEEK, added: 5, done: 2 });
  expect(flow.slice(1, 13).every(({ added, done }) => added + done === 0)).toBe(true);
});
