import { oldestWeek } from '../../../src/domain/forecast/alignmentTrend';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { firstDayOf, lastDayOf, type WeekCell, weekOf } from '../../../src/domain/time/weeks';
import {
  countedInCells,
  countedInWeeks,
  countedProblem,
  countedTotal,
  type CountedWork,
  daysOfWeeks,
} from '../../../src/domain/work/countedWork';
import { emptyCell } from '../../../src/domain/work/cell';
import type { Tally } from '../../../src/domain/work/tally';
import { asDay } from '../days';
import { objective } from '../build';

const TODAY = asDay('2026-05-18');
const WEEK = weekOf(TODAY);
const cascade = new Cascade([
  objective('A'),
  objective('B', { parent: 'A' }),
  objective('OLD', { status: 'achieved' }),
]);
const ITEMS = { measure: 'items', typical: new Map() } as const;

const items = (count: number): Tally => ({ items: count, points: 0, unestimated: count });
const week = (ago: number, serves: string | null, added: number, done: number): WeekCell => ({
  ...{ project: 1, serves, week: WEEK - ago },
  ...{ added: items(added), done: items(done) },
});
const counting = (counted: Partial<CountedWork>): CountedWork => ({
  ...{ part: 'finished', standing: null, objective: null, weeks: { first: WEEK - 1, last: WEEK } },
  ...counted,
});

const WEEKS = [week(3, 'A', 5, 1), week(1, 'A', 2, 3), week(1, 'B', 4, 0), week(0, 'B', 1, 2), week(0, null, 8, 7)];
const unitsIn = (counted: CountedWork) => countedTotal(countedInWeeks(WEEKS, counted, cascade, TODAY), ITEMS).units;

test('what was added or done in some weeks is counted, both ends included', () => {
  expect(unitsIn(counting({}))).toBe(3 + 0 + 2 + 7);
  expect(unitsIn(counting({ part: 'added' }))).toBe(2 + 4 + 1 + 8);
  expect(unitsIn(counting({ weeks: { first: WEEK - 3, last: WEEK - 1 } }))).toBe(1 + 3);
  expect(unitsIn(counting({ objective: { key: 'A', below: true } }))).toBe(3 + 2);
  expect(unitsIn(counting({ objective: { key: 'A', below: false } }))).toBe(3);
  expect(unitsIn(counting({ standing: 'unlinked' }))).toBe(7);
});

test('without a first week everything before the last one is counted, and so is it from a week that is not kept apart', () => {
  const old = [week(40, 'A', 9, 9), ...WEEKS];
  for (const first of [null, oldestWeek(TODAY), WEEK - 60]) {
    const counted = counting({ part: 'added', weeks: { first, last: WEEK - 1 } });
    expect(countedTotal(countedInWeeks(old, counted, cascade, TODAY), ITEMS).units).toBe(9 + 5 + 2 + 4);
    expect(daysOfWeeks({ first, last: WEEK - 1 }, TODAY)).toEqual({
      from: asDay('0001-01-01'),
      to: lastDayOf(WEEK - 1),
    });
  }
  expect(daysOfWeeks({ first: WEEK - 2, last: WEEK }, TODAY).from).toBe(firstDayOf(WEEK - 2));
});

test('done work of an achieved objective is aligned, also by week', () => {
  const done = [week(0, 'OLD', 0, 4)];
  const aligned = counting({ standing: 'aligned' });
  expect(countedTotal(countedInWeeks(done, aligned, cascade, TODAY), ITEMS)).toEqual({ units: 4, size: 4 });
});

test('open work is to do or in progress; of blocked work only the number is kept', () => {
  const cell = { ...emptyCell(1, 'A'), todo: items(2), doing: items(3), done: items(9), blocked: 1 };
  const total = (part: CountedWork['part'], measure: 'items' | 'points') =>
    countedTotal(countedInCells([cell], counting({ part, weeks: null }), cascade), { ...ITEMS, measure });
  expect(total('open', 'items')).toEqual({ units: 5, size: 5 });
  expect(total('blocked', 'items')).toEqual({ units: 1, size: 1 });
  expect(total('blocked', 'points')).toEqual({ units: 1, size: null });
});

test('work with an unknown parent is counted whatever its state, and whether it is a unit or not', () => {
  const cell = { ...emptyCell(1, 'A'), todo: items(2), unknownParents: 3 };
  const counted = counting({ part: 'unknownParents', weeks: null });
  expect(countedTotal(countedInCells([cell], counted, cascade), ITEMS)).toEqual({ units: 3, size: 3 });
  expect(countedTotal(countedInCells([cell], counted, cascade), { ...ITEMS, measure: 'points' }).size).toBeNull();
});

test('outside the active plan is what serves an objective that is not below an active top-level one', () => {
  const cells = [null, 'RUN', 'A', 'B', 'OLD', 'GONE'].map((serves) => ({ ...emptyCell(1, serves), todo: items(1) }));
  const served = (of: Partial<CountedWork>) =>
    countedInCells(cells, counting({ part: 'planned', weeks: null, ...of }), cascade).map(({ serves }) => serves);
  expect(served({ objective: 'outside' })).toEqual(['OLD', 'GONE']);
  expect(served({ standing: 'strategic' })).toEqual([null, 'A', 'B', 'OLD', 'GONE']);
});

test('of work without an estimate only that is counted', () => {
  const cell = { ...emptyCell(1, 'A'), todo: { items: 5, points: 8_000, unestimated: 2 } };
  const counted = counting({ part: 'planned', weeks: null, isUnestimated: true });
  const sizing = { measure: 'points', typical: new Map([[1, { median: 3_000, low: 1_000, high: 5_000 }]]) } as const;
  expect(countedTotal(countedInCells([cell], counted, cascade), sizing)).toEqual({ units: 2, size: 6 });
});

test('what cannot be counted is said', () => {
  expect(countedProblem(counting({}))).toBeNull();
  expect(countedProblem(counting({ part: 'effort', weeks: null }))).toBeNull();
  expect(countedProblem(counting({ weeks: null }))).toMatch(/weeks/);
  for (const part of ['dropped', 'undated', 'blocked'] as const)
    expect(countedProblem(counting({ part, weeks: null, isUnestimated: true }))).toMatch(/estimate/);
  expect(countedProblem(counting({ part: 'unknownParents', weeks: null, standing: 'stale' }))).toMatch(/standing/);
  const own = { part: 'effort', weeks: null, assignee: 'ann', objective: { key: 'A', below: true } } as const;
  expect(countedProblem(counting(own))).toBeNull();
  for (const of of [
    { part: 'planned' },
    { objective: null },
    { objective: 'outside' },
    { standing: 'aligned' },
  ] as const)
    expect(countedProblem(counting({ ...own, ...of }))).toMatch(/by person/);
  expect(countedProblem(counting({ part: 'open', weeks: null, below: '7' }))).toBeNull();
  expect(countedProblem(counting({ part: 'effort', weeks: null, below: '7' }))).toMatch(/below an issue/);
  expect(countedProblem(counting({ isUnestimated: true }))).toMatch(/estimate/);
  expect(countedProblem(counting({ part: 'effort' }))).toMatch(/weeks/);
  expect(countedProblem(counting({ part: 'added', standing: 'aligned' }))).toMatch(/standing/);
});
