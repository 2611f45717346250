import { pastHealth } from '../../../src/domain/forecast/pastHealth';
import { trendDays } from '../../../src/domain/forecast/trend';
import { Cascade } from '../../../src/domain/strategy/cascade';
import type { StrategyEvent } from '../../../src/domain/strategy/strategyEvent';
import { type WeekSum, weekOf } from '../../../src/domain/time/weeks';
import { checkIn, keyResult, objective } from '../build';
import { state, strategyEvent } from '../buildStrategy';

/** A Sunday. */
const AS_OF = 20_597;
const WEEK = 7;

/** Four units, made long ago; two of them were done three weeks before, one in the last week. */
const unit = (units: number) => ({ units, size: units * 1000 });
const weeks: WeekSum[] = [
  { serves: 'A', week: weekOf(AS_OF) - 20, added: unit(4), done: unit(0) },
  { serves: 'A', week: weekOf(AS_OF) - 3, added: unit(0), done: unit(2) },
  { serves: 'A', week: weekOf(AS_OF), added: unit(0), done: unit(1) },
];
const dates = { start: AS_OF - 10 * WEEK, target: AS_OF + 10 * WEEK };

const ask = (changes: Partial<Parameters<typeof pastHealth>[0]> = {}) =>
  pastHealth({
    cascade: new Cascade([objective('A', dates)]),
    issues: new Map(),
    keyResults: [],
    events: [],
    checkIns: [],
    weeks,
    asOf: AS_OF,
    since: -Infinity,
    cadenceDays: 30,
    ...changes,
  });

const healthOn = (changes: Parameters<typeof ask>[0], weeksBefore: number) =>
  ask(changes).find(({ day }) => day === AS_OF - weeksBefore * WEEK)?.health;

test('each day of a trend has the health of the work done by then', () => {
  expect(ask().map(({ day }) => day)).toEqual(trendDays(AS_OF));
  // Before its start nothing is expected; then 0 of 4 where 30 % should be; 2 of 4 where 35 % should be; 3 of 4 where half should be.
  expect([11, 4, 3, 0].map((before) => healthOn({}, before))).toEqual(['pending', 'offTrack', 'onTrack', 'onTrack']);
  expect(ask().at(-1)).toMatchObject({ items: { todo: 1, done: 3 }, openWork: 1 });
});

test('the strategy is that of each day: a change is undone before it', () => {
  // Two weeks ago the target was put off from one week before to ten weeks after.
  const change: StrategyEvent = strategyEvent(AS_OF - 2 * WEEK + 1, dates, {
    before: state({ ...dates, target: AS_OF - WEEK }),
    after: state(dates),
  });
  // 2 of 4 done, where 8 of 9 weeks had passed.
  expect(healthOn({ events: [change] }, 2)).toBe('offTrack');
  expect(healthOn({ events: [change] }, 1)).toBe('onTrack');
  const created = strategyEvent(AS_OF - 2 * WEEK, dates, { before: null, after: state(dates) });
  expect(healthOn({ events: [created] }, 3)).toBeUndefined();
});

test('key results have the value that was checked in by then', () => {
  const cascade = new Cascade([objective('A', { ...dates, headline: 'keyResults' })]);
  const keyResults = [keyResult(1, { objective: 'A', goal: { kind: 'reach', baseline: 0, target: 100 } })];
  const checkIns = [
    checkIn(1, { objective: 'A', day: AS_OF - 5 * WEEK, values: new Map([[1, 40]]) }),
    checkIn(2, { objective: 'A', day: AS_OF - WEEK, values: new Map([[1, 10]]) }),
  ];
  // 40 where 25 are expected, then 10 where 50 are.
  expect([6, 5, 0].map((before) => healthOn({ cascade, keyResults, checkIns }, before))).toEqual([
    'pending',
    'onTrack',
    'offTrack',
  ]);
});

test('what lies before the app recorded anything is not told: nobody could have answered it', () => {
  expect(ask({ since: AS_OF - 2 * WEEK }).map(({ day }) => AS_OF - day)).toEqual([2 * WEEK, WEEK, 0]);
  expect(ask({ since: Infinity })).toEqual([]);
});

test('an objective that is an issue is told from the day on which that was created, and was active until it ended', () => {
  const cascade = new Cascade([objective('A', { ...dates, status: 'dropped' })]);
  const issues = new Map([['A', { id: 1, created: AS_OF - 5 * WEEK, ended: AS_OF - WEEK }]]);
  expect([6, 5, 2, 1, 0].map((before) => healthOn({ cascade, issues }, before))).toEqual([
    undefined,
    'offTrack',
    'onTrack',
    null,
    null,
  ]);
});
