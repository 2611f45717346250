import { alignedEffort } from '../../../src/domain/work/alignedEffort';
import { allocationFit, allocationOf } from '../../../src/domain/scores/allocation';
import { buyInOf } from '../../../src/domain/scores/buyIn';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { mixFigure, mixOf } from '../../../src/domain/work/mix';
import type { Cell } from '../../../src/domain/work/cell';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { windowEnding } from '../../../src/domain/time/window';
import { NO_WORK, workBelow, workByObjective, workFigure } from '../../../src/domain/work/work';
import { done, item, objective } from '../build';
import { countPeople } from './countPeople';

const ITEMS = { measure: 'items', typical: new Map() } as const;
const window = windowEnding(100, 90);
const allocationIn = (cells: readonly Cell[], cascade: Cascade) =>
  allocationOf(alignedEffort(cells, ITEMS, cascade.statusOf), cascade);

describe('alignment', () => {
  const cascade = new Cascade([objective('A'), objective('OLD', { status: 'achieved' })]);
  const items = [
    item(1, { tag: 'A', outcome: 'doing' }),
    done(2, 100, { tag: 'OLD' }),
    done(3, 10, { tag: 'A' }),
    done(4, null, { tag: 'A' }),
    item(5, { tag: 'OLD', outcome: 'doing' }),
    item(6, { outcome: 'doing' }),
    item(7, { tag: 'RUN', outcome: 'doing' }),
    item(8, { tag: 'A' }),
    item(9),
    item(10, { outcome: 'dropped', ended: 50 }),
  ];
  const cells = rollUp(items, window);

  test('of effort: doing and done in the window; run beside it', () => {
    expect(mixOf(cells, 'effort', ITEMS, cascade.statusOf)).toEqual({
      aligned: 2,
      run: 1,
      stale: 1,
      unlinked: 1,
      alignment: 0.5,
    });
  });

  test('of planned work: what is to do', () => {
    expect(mixOf(cells, 'planned', ITEMS, cascade.statusOf)).toEqual({
      aligned: 1,
      run: 0,
      stale: 0,
      unlinked: 1,
      alignment: 0.5,
    });
  });

  test('has no value where there is nothing but run', () => {
    expect(mixOf(rollUp([item(1, { tag: 'RUN' })], window), 'planned', ITEMS, cascade.statusOf).alignment).toBeNull();
  });

  test('says how many units it covers, the share of run, and the range that missing estimates leave', () => {
    const estimated = rollUp([item(1, { tag: 'A', estimate: 6000 }), item(2)], window);
    const sizing = { measure: 'points', typical: new Map([[1, { median: 2000, low: 1000, high: 6000 }]]) } as const;
    expect(mixFigure(estimated, 'planned', sizing, cascade.statusOf)).toEqual({
      aligned: 6,
      run: 0,
      stale: 0,
      unlinked: 2,
      alignment: 0.75,
      runShare: 0,
      units: 2,
      unestimated: 1,
      alignmentRange: { low: 0.5, high: 6 / 7 },
    });
  });

  test('counts what was dropped and what was done on no known day', () => {
    const count = (what: 'dropped' | 'undated') => cells.reduce((sum, cell) => sum + cell[what], 0);
    expect([count('dropped'), count('undated')]).toEqual([1, 1]);
  });
});

describe('work progress', () => {
  const cascade = new Cascade([objective('TOP'), objective('SUB', { parent: 'TOP' })]);
  const cells = rollUp(
    [done(1, 5, { tag: 'SUB' }), item(2, { tag: 'TOP' }), item(3, { tag: 'SUB', outcome: 'dropped' }), item(4)],
    window,
  );
  const below = (key: string) => workBelow(cascade.subtree(key), workByObjective(cells, ITEMS));

  test('covers the cascade below an objective', () => {
    expect(below('TOP')).toMatchObject({ todo: 1, doing: 0, done: 1, dropped: 1, total: 2, progress: 0.5 });
    expect(below('SUB').progress).toBe(1);
  });

  test('has no value without work', () => {
    expect(workFigure(NO_WORK)).toMatchObject({ total: 0, progress: null, progressRange: null });
  });
});

describe('the cascade', () => {
  test('shares weights among active siblings and multiplies them down', () => {
    const cascade = new Cascade([
      objective('A', { weight: 3 }),
      objective('B', { weight: 1 }),
      objective('OFF', { weight: 6, status: 'dropped' }),
      objective('A1', { parent: 'A', weight: 0.5 }),
      objective('A2', { parent: 'A' }),
      objective('B1', { parent: 'B' }),
      objective('B2', { parent: 'B', weight: 0 }),
      objective('OFF1', { parent: 'OFF' }),
    ]);
    expect(Object.fromEntries(cascade.plannedShares())).toEqual({
      A: 0.75,
      B: 0.25,
      OFF: 0,
      A1: 0.75,
      A2: 0,
      B1: 0.125,
      B2: 0.125,
      OFF1: 0,
    });
  });

  test('takes an unknown parent, or being its own ancestor, for the top level', () => {
    const cascade = new Cascade([
      objective('X', { parent: 'Y' }),
      objective('Y', { parent: 'X' }),
      objective('Z', { parent: 'X' }),
      objective('W', { parent: 'NOWHERE' }),
    ]);
    expect(cascade.topLevel.map(({ key }) => key)).toEqual(['X', 'Y', 'W']);
    expect([...cascade.subtree('X')]).toEqual(['X', 'Z']);
    expect(cascade.chain('Z').map(({ key }) => key)).toEqual(['Z', 'X']);
  });
});

describe('allocation fit', () => {
  const cascade = new Cascade([
    objective('A', { weight: 0.6 }),
    objective('A1', { parent: 'A' }),
    objective('B', { weight: 0.4 }),
    objective('OLD', { status: 'achieved' }),
  ]);

  test('compares planned with actual shares, what is outside the plan included', () => {
    const cells = rollUp(
      [
        done(1, 100, { tag: 'A1' }),
        done(2, 100, { tag: 'A1' }),
        done(3, 100, { tag: 'B' }),
        done(4, 100, { tag: 'OLD' }),
        done(5, 100),
      ],
      window,
    );
    const allocations = allocationIn(cells, cascade);
    expect(allocations).toEqual([
      { objective: 'A', planned: 0.6, actual: 0.5 },
      { objective: 'B', planned: 0.4, actual: 0.25 },
      { objective: null, planned: 0, actual: 0.25 },
    ]);
    expect(allocationFit(allocations)).toBeCloseTo(0.75);
  });

  test('counts what was done for an achieved objective for the active one above, and nothing for one that is closed itself', () => {
    const closing = new Cascade([
      objective('A'),
      objective('A1', { parent: 'A', status: 'achieved' }),
      objective('OLD', { status: 'achieved' }),
      objective('OLD1', { parent: 'OLD' }),
    ]);
    const cells = rollUp([done(1, 100, { tag: 'A1' }), done(2, 100, { tag: 'OLD1' })], window);
    expect(allocationIn(cells, closing)).toEqual([
      { objective: 'A', planned: 1, actual: 0.5 },
      { objective: null, planned: 0, actual: 0.5 },
    ]);
    expect(['A', 'A1', 'OLD', 'OLD1', 'GONE'].map((key) => closing.activeTop(key))).toEqual([
      'A',
      'A',
      null,
      null,
      null,
    ]);
  });

  test('has no value without aligned effort or with a single objective', () => {
    expect(allocationFit(allocationIn(rollUp([done(1, 100)], window), cascade))).toBeNull();
    const alone = new Cascade([objective('A')]);
    expect(allocationFit(allocationIn(rollUp([done(1, 100, { tag: 'A' })], window), alone))).toBeNull();
  });
});

describe('buy-in', () => {
  const { statusOf } = new Cascade([objective('A')]);
  const works = (assignee: string, serves: string | null) => ({ assignee, serves, done: true });

  test('is the share of people with aligned effort, not counting those with only run work', () => {
    const assignments = [
      works('a', 'A'),
      works('a', null),
      works('b', null),
      works('c', 'A'),
      works('d', 'GONE'),
      works('e', null),
      works('f', 'RUN'),
    ];
    expect(buyInOf(countPeople(assignments, statusOf)).value).toBe(0.4);
  });

  test('has no value with fewer than five people', () => {
    expect(
      buyInOf(
        countPeople(
          ['a', 'b', 'c', 'd'].map((who) => works(who, 'A')),
          statusOf,
        ),
      ).value,
    ).toBeNull();
  });
});
