import fc from 'fast-check';
import { buyInOf } from '../../../src/domain/scores/buyIn';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { clarityOf } from '../../../src/domain/scores/clarity';
import { communicationOf } from '../../../src/domain/scores/communication';
import { monitoringOf } from '../../../src/domain/scores/monitoring';
import { resourcesOf } from '../../../src/domain/scores/resources';
import { rollUp } from '../../../src/domain/reference/rollUp';
import type { Sizing } from '../../../src/domain/work/sizing';
import { windowEnding } from '../../../src/domain/time/window';
import { anyWorkItems } from '../arbitrary';
import { anyStrategy } from '../arbitraryStrategy';
import { countPeople } from './countPeople';
import { checkIn, done, item, keyResult, objective } from '../build';

const ITEMS: Sizing = { measure: 'items', typical: new Map() };
const window = windowEnding(100, 90);
const days = { asOf: 100, cadenceDays: 30 };

/** A is planned for three quarters, B for one, and so is B1 below it. */
const cascade = new Cascade([
  objective('A', { weight: 3, owner: 'ann', description: 'Why', start: 0, target: 200 }),
  objective('B', { weight: 1, owner: 'bo', description: ' ', start: 0 }),
  objective('B1', { parent: 'B' }),
  objective('DRAFT', { status: 'draft', owner: 'ann' }),
]);
const nothingStated = new Cascade([objective('DRAFT', { status: 'draft' })]);

describe('clarity', () => {
  test('is the share stated of owner, description, key result and dates, by planned share', () => {
    const { value, objectives } = clarityOf({
      cascade,
      keyResults: [
        keyResult(1),
        keyResult(2, { objective: 'B', goal: { kind: 'reach', baseline: null, target: 10 } }),
        keyResult(3, { objective: 'DRAFT' }),
      ],
    });
    expect(objectives).toEqual([
      { key: 'A', plannedShare: 0.75, owner: true, description: true, keyResult: true, dates: true },
      { key: 'B', plannedShare: 0.25, owner: true, description: false, keyResult: false, dates: false },
      { key: 'B1', plannedShare: 0.25, owner: false, description: false, keyResult: false, dates: false },
    ]);
    // (0.75 × 4/4 + 0.25 × 1/4 + 0.25 × 0/4) ÷ (0.75 + 0.25 + 0.25)
    expect(value).toBeCloseTo(0.65);
  });

  test('takes one measurable key result among others, also one to be maintained', () => {
    const { objectives } = clarityOf({
      cascade: new Cascade([objective('A')]),
      keyResults: [
        keyResult(1, { goal: { kind: 'reach', baseline: 5, target: null } }),
        keyResult(2, { goal: { kind: 'maintain', low: 1, high: 2 } }),
      ],
    });
    expect(objectives[0]?.keyResult).toBe(true);
  });

  test('has no value without an active objective, or where none of them is planned for', () => {
    expect(clarityOf({ cascade: nothingStated, keyResults: [] }).value).toBeNull();
    const below = new Cascade([objective('OFF', { status: 'dropped' }), objective('A', { parent: 'OFF' })]);
    expect(clarityOf({ cascade: below, keyResults: [] })).toMatchObject({ value: null, objectives: [{ key: 'A' }] });
  });
});

describe('communication', () => {
  const reachIn = (items: Parameters<typeof rollUp>[0], sizing = ITEMS) =>
    communicationOf({ cells: rollUp(items, window), cascade, sizing, checkIns: [], ...days });

  test('reaches a project with all of its effort when some unit of it serves an active objective', () => {
    const { reach, projects } = reachIn([
      item(1, { outcome: 'doing', tag: 'B1' }),
      item(2, { outcome: 'doing' }),
      done(3, 100, { tag: 'RUN' }),
      done(4, 10, { project: 2, tag: 'A' }),
      item(5, { project: 2, outcome: 'doing', tag: 'RUN' }),
      item(6, { project: 3, tag: 'A' }),
    ]);
    expect(projects).toEqual([
      { project: 1, effort: 3, reached: 3 },
      { project: 2, effort: 1, reached: 0 },
    ]);
    expect(reach).toBe(0.75);
  });

  test('does not reach by what is done for an objective that is no longer active, nor by a draft', () => {
    const closed = new Cascade([objective('OLD', { status: 'achieved' }), objective('NEW', { status: 'draft' })]);
    const cells = rollUp([done(1, 100, { tag: 'OLD' }), item(2, { outcome: 'doing', tag: 'NEW' })], window);
    expect(communicationOf({ cells, cascade: closed, sizing: ITEMS, checkIns: [], ...days })).toMatchObject({
      value: 0,
      reach: 0,
      narrative: null,
    });
  });

  test('reaches by a unit of no points too, and weighs in points', () => {
    const typical = new Map([[2, { median: 2500, low: 0, high: 0 }]]);
    const items = [
      item(1, { outcome: 'doing', tag: 'A', estimate: 0 }),
      item(2, { outcome: 'doing', estimate: 5000 }),
      item(3, { project: 2, outcome: 'doing' }),
    ];
    expect(reachIn(items, { measure: 'points', typical })).toMatchObject({
      reach: 5 / 7.5,
      projects: [
        { project: 1, effort: 5, reached: 5 },
        { project: 2, effort: 2.5, reached: 0 },
      ],
    });
  });

  test('tells the narrative by the newest check-in: it has a note, and is within the cadence', () => {
    const { value, narrative, objectives } = communicationOf({
      cells: [],
      cascade,
      sizing: ITEMS,
      checkIns: [
        checkIn(1, { day: 70, note: 'Going well' }),
        checkIn(2, { day: 101, note: null }),
        checkIn(3, { objective: 'B', day: 90, note: 'Going well' }),
        checkIn(4, { objective: 'B', day: 91, note: ' ' }),
        checkIn(5, { objective: 'B1', day: 69, note: 'Long ago' }),
      ],
      ...days,
    });
    expect(objectives).toEqual([
      { key: 'A', newest: 70, hasNote: true, within: true },
      { key: 'B', newest: 91, hasNote: false, within: true },
      { key: 'B1', newest: 69, hasNote: true, within: false },
    ]);
    expect(narrative).toBeCloseTo(1 / 3);
    expect(value).toBe(narrative);
  });

  test('is the mean of reach and narrative, and has no value without both', () => {
    const cells = rollUp([item(1, { outcome: 'doing', tag: 'A' })], window);
    const alone = new Cascade([objective('A')]);
    expect(communicationOf({ cells, cascade: alone, sizing: ITEMS, checkIns: [], ...days }).value).toBe(0.5);
    expect(communicationOf({ cells: [], cascade: nothingStated, sizing: ITEMS, checkIns: [], ...days })).toEqual({
      value: null,
      reach: null,
      projects: [],
      narrative: null,
      objectives: [],
    });
  });
});

describe('resources', () => {
  test.each([
    [0.5, 0.8, 0.4],
    [0.5, null, 0.5],
    [null, 0.8, null],
  ])('of alignment %p and fit %p are %p', (alignment, fit, value) => {
    expect(resourcesOf(alignment, fit)).toEqual({ value, alignment, fit });
  });
});

describe('monitoring', () => {
  test('is the share of key results with a value from within the cadence, by planned share; none counts 0', () => {
    const { value, objectives } = monitoringOf({
      cascade,
      keyResults: [keyResult(1), keyResult(2), keyResult(3, { objective: 'B1' })],
      checkIns: [
        checkIn(1, { day: 70, values: new Map([[1, 5]]) }),
        checkIn(2, { day: 69, values: new Map([[2, 5]]) }),
        checkIn(3, { day: 99, note: 'No value' }),
        checkIn(4, { objective: 'B1', day: 100, values: new Map([[3, 5]]) }),
      ],
      ...days,
    });
    expect(objectives).toEqual([
      { key: 'A', plannedShare: 0.75, keyResults: 2, measured: 1 },
      { key: 'B', plannedShare: 0.25, keyResults: 0, measured: 0 },
      { key: 'B1', plannedShare: 0.25, keyResults: 1, measured: 1 },
    ]);
    // (0.75 × 1/2 + 0.25 × 0 + 0.25 × 1/1) ÷ 1.25
    expect(value).toBeCloseTo(0.5);
  });

  test('has no value without an active objective', () => {
    expect(monitoringOf({ cascade: nothingStated, keyResults: [], checkIns: [], ...days }).value).toBeNull();
  });
});

describe('buy-in', () => {
  const works = (assignee: string, serves: string | null) => ({ assignee, serves, done: true });

  test('tells the people it counts', () => {
    const five = [works('a', 'A'), works('b', 'A'), works('c', null), works('d', null), works('e', 'GONE')];
    expect(buyInOf(countPeople([...five, works('f', 'RUN')], cascade.statusOf))).toEqual({
      value: 0.4,
      people: 5,
      aligned: 2,
    });
  });

  test('names nobody where the people are fewer than five', () => {
    expect(buyInOf(countPeople([works('a', 'A'), works('b', null)], cascade.statusOf))).toEqual({
      value: null,
      people: 2,
      aligned: null,
    });
  });
});

test('every factor that has a value lies within 0…1', () => {
  fc.assert(
    fc.property(anyStrategy, anyWorkItems, ({ objectives, keyResults, checkIns }, items) => {
      const all = new Cascade(objectives);
      const cells = rollUp(items, { from: 8, to: 18 });
      const told = { cascade: all, keyResults, checkIns, asOf: 18, cadenceDays: 10 };
      const values = [
        clarityOf(told).value,
        communicationOf({ ...told, cells, sizing: ITEMS }).value,
        monitoringOf(told).value,
      ];
      for (const value of values) {
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
        expect(value ?? 0).toBeLessThanOrEqual(1);
      }
    }),
  );
});
