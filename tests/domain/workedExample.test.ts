import { unitsOf } from '../../src/domain/reference/hierarchy';
import { rollUp } from '../../src/domain/reference/rollUp';
import { allocationFit, allocationOf } from '../../src/domain/scores/allocation';
import { indexOf } from '../../src/domain/scores/executionIndex';
import { resourcesOf } from '../../src/domain/scores/resources';
import { Cascade } from '../../src/domain/strategy/cascade';
import { windowEnding } from '../../src/domain/time/window';
import { alignedEffort } from '../../src/domain/work/alignedEffort';
import { typicalEstimate } from '../../src/domain/work/estimate';
import { mixFigure } from '../../src/domain/work/mix';
import { workBelow, workByObjective } from '../../src/domain/work/work';
import { done, item, objective } from './build';
import { estimateCounts } from './work/estimateCounts';

/** The example of src/domain/README.md. Change one and change the other. */
const TODAY = 200;
const points = (estimate: number) => ({ estimate: estimate * 1000 });
const ITEMS = [
  item(1, { level: 1, tag: 'OBJ-1' }),
  item(2, { parent: 1, ...points(3) }),
  item(3, { parent: 1, outcome: 'doing' }),
  done(4, TODAY - 10, { parent: 1, ...points(5) }),
  done(5, TODAY - 100, { parent: 1, ...points(2) }),
  item(6, { tag: 'OBJ-3', outcome: 'doing', ...points(1) }),
  done(7, TODAY - 5, { tag: 'OBJ-3', ...points(8) }),
  item(8, { tag: 'RUN', outcome: 'doing', ...points(1) }),
  item(9, { outcome: 'doing', ...points(2) }),
  item(10, { outcome: 'dropped', ended: TODAY - 2 }),
  item(11, { level: -1, parent: 9, tag: 'OBJ-1' }),
  item(12, { level: 1, tag: 'OBJ-2' }),
];
const cascade = new Cascade([
  objective('OBJ-1', { weight: 3 }),
  objective('OBJ-2', { weight: 1 }),
  objective('OBJ-3', { parent: 'OBJ-1', status: 'achieved' }),
]);
const cells = rollUp(ITEMS, windowEnding(TODAY, 90));
const typical = typicalEstimate(estimateCounts(unitsOf(ITEMS)));
const inItems = { measure: 'items', typical: new Map() } as const;
const inPoints = { measure: 'points', typical: new Map([[1, typical]]) } as const;

test('effort in items: 3 aligned, 1 stale, 1 unlinked, 1 run: 3 ÷ 5', () => {
  expect(mixFigure(cells, 'effort', inItems, cascade.statusOf)).toMatchObject({
    ...{ aligned: 3, stale: 1, unlinked: 1, run: 1 },
    ...{ alignment: 3 / 5, runShare: 1 / 6 },
  });
  expect(mixFigure(cells, 'planned', inItems, cascade.statusOf)).toMatchObject({ aligned: 2, alignment: 1 });
});

test('effort in points: item 3 takes the median 2, so 15 ÷ 18; with 1 or 6.2 points 14 ÷ 17 or 19.2 ÷ 22.2', () => {
  expect(typical).toEqual({ median: 2000, low: 1000, high: expect.closeTo(6200) as number });
  expect(mixFigure(cells, 'effort', inPoints, cascade.statusOf)).toMatchObject({
    ...{ aligned: 15, stale: 1, unlinked: 2, alignment: 15 / 18, unestimated: 1 },
    alignmentRange: { low: 14 / 17, high: expect.closeTo(19.2 / 22.2) as number },
  });
});

test('work progress of OBJ-1: 3 of 6', () => {
  const work = workBelow(cascade.subtree('OBJ-1'), workByObjective(cells, inItems));
  expect(work).toMatchObject({ todo: 1, doing: 2, done: 3, total: 6, progress: 0.5 });
});

test('allocation fit 1 − ½ × (¼ + ¼) = 0.75, resources 0.6 × 0.75 = 0.45', () => {
  const fit = allocationFit(allocationOf(alignedEffort(cells, inItems, cascade.statusOf), cascade));
  expect(fit).toBe(0.75);
  expect(resourcesOf(3 / 5, fit).value).toBeCloseTo(0.45);
});

test('index 100 × 0.8 × (1 + 0.585 + 0.536 + 0) ÷ 4 = 42.4', () => {
  const factors = { clarity: 1, communication: 0.5, resources: 0.45, monitoring: 0, adaptability: null };
  expect(indexOf({ ...factors, buyIn: 0.8 })).toBeCloseTo(42.4, 1);
});
