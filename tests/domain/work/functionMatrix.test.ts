import fc from 'fast-check';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { foldSmall, functionRows, OTHER } from '../../../src/domain/work/functionMatrix';
import { mixOf, type Part } from '../../../src/domain/work/mix';
import type { Cell } from '../../../src/domain/work/cell';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { silosOf } from '../../../src/domain/work/silos';
import type { Sizing } from '../../../src/domain/work/sizing';
import { windowEnding } from '../../../src/domain/time/window';
import { anyWorkItems } from '../arbitrary';
import { done, item, objective } from '../build';

const ITEMS: Sizing = { measure: 'items', typical: new Map() };
const POINTS: Sizing = { measure: 'points', typical: new Map([[1, { median: 2500, low: 1000, high: 8000 }]]) };
const window = windowEnding(100, 90);
const cascade = new Cascade([objective('A'), objective('A1', { parent: 'A' }), objective('C', { status: 'dropped' })]);
const NOTHING = { aligned: 0, stale: 0 };
const byProject = (cells: readonly Cell[]) => cells.map((cell) => ({ ...cell, part: cell.project }));

describe('the rows of the matrix', () => {
  const rows = functionRows(
    byProject(
      rollUp(
        [
          item(1, { outcome: 'doing', tag: 'A' }),
          done(2, 100, { tag: 'A' }),
          item(3, { tag: 'A1' }),
          item(4, { outcome: 'doing', tag: 'C' }),
          item(5, { outcome: 'doing', tag: 'GONE' }),
          item(6, { outcome: 'doing' }),
          item(7, { tag: 'RUN' }),
          item(8, { project: 2 }),
          done(9, 10, { project: 3, tag: 'A' }),
        ],
        window,
      ),
    ),
    cascade,
    ITEMS,
  );

  test('are the parts that have work in effort or planned', () => {
    expect(rows.map(({ part }) => part)).toEqual([1, 2]);
  });

  test('hold the mixes of a part, and its work on each objective itself', () => {
    expect(rows[0]).toMatchObject({
      effort: { aligned: 2, run: 0, stale: 2, unlinked: 1, alignment: 0.4 },
      planned: { aligned: 1, run: 1, stale: 0, unlinked: 0, alignment: 1 },
      cells: [
        { objective: 'A', effort: { aligned: 2, stale: 0 }, planned: NOTHING },
        { objective: 'A1', effort: NOTHING, planned: { aligned: 1, stale: 0 } },
        { objective: 'C', effort: { aligned: 0, stale: 1 }, planned: NOTHING },
        { objective: 'GONE', effort: { aligned: 0, stale: 1 }, planned: NOTHING },
      ],
    });
  });

  test('tell what was done for an objective that is no longer active from what is still open on it', () => {
    const onDropped = [
      done(1, 100, { tag: 'C' }),
      done(2, 100, { tag: 'C' }),
      item(3, { outcome: 'doing', tag: 'C' }),
      item(4, { tag: 'C' }),
      done(5, 100, { tag: 'GONE' }),
    ];
    expect(functionRows(byProject(rollUp(onDropped, window)), cascade, ITEMS)).toMatchObject([
      {
        effort: { aligned: 2, stale: 2 },
        planned: { aligned: 0, stale: 1 },
        cells: [
          { objective: 'C', effort: { aligned: 2, stale: 1 }, planned: { aligned: 0, stale: 1 } },
          { objective: 'GONE', effort: { aligned: 0, stale: 1 }, planned: NOTHING },
        ],
      },
    ]);
  });

  test('tell what names no part as a part of its own', () => {
    const cells = rollUp([item(1), item(2, { tag: 'A' })], window);
    const unnamed = cells.map((cell) => ({ ...cell, part: cell.serves === null ? null : 'web' }));
    expect(functionRows(unnamed, cascade, ITEMS).map(({ part, planned }) => [part, planned.units])).toEqual([
      [null, 1],
      ['web', 1],
    ]);
  });

  test('add up to the whole, and their cells to what is aligned and what is stale in the row', () => {
    fc.assert(
      fc.property(anyWorkItems, fc.constantFrom(ITEMS, POINTS), (items, sizing) => {
        const cells = rollUp(items, { from: 8, to: 18 });
        const found = functionRows(byProject(cells), cascade, sizing);
        for (const part of ['effort', 'planned'] satisfies Part[]) {
          const whole = mixOf(cells, part, sizing, cascade.statusOf);
          for (const standing of ['aligned', 'run', 'stale', 'unlinked'] as const) {
            expect(found.reduce((sum, row) => sum + row[part][standing], 0)).toBeCloseTo(whole[standing]);
          }
          for (const row of found) {
            for (const standing of ['aligned', 'stale'] as const) {
              expect(row.cells.reduce((sum, cell) => sum + cell[part][standing], 0)).toBeCloseTo(row[part][standing]);
            }
          }
        }
      }),
    );
  });
});

describe('a silo', () => {
  const silos = (items: Parameters<typeof rollUp>[0]) =>
    silosOf(rollUp(items, window), ({ project }) => project, cascade);
  const plannedInTwo = [
    item(1, { tag: 'A1' }),
    item(2, { project: 2, tag: 'A1' }),
    item(3, { project: 2, tag: 'A1' }),
    item(4, { project: 2, tag: 'A1' }),
  ];

  test('is planned in several parts and worked on in one, below it too', () => {
    expect(silos([...plannedInTwo, done(5, 100, { tag: 'A1' })])).toEqual([
      { objective: 'A', plannedIn: [1, 2], servedBy: 1, elsewhere: 0.75 },
      { objective: 'A1', plannedIn: [1, 2], servedBy: 1, elsewhere: 0.75 },
    ]);
  });

  test('may be worked on where nothing more is planned', () => {
    expect(silos([...plannedInTwo, done(5, 100, { project: 3, tag: 'A' })])).toEqual([
      { objective: 'A', plannedIn: [1, 2], servedBy: 3, elsewhere: 1 },
    ]);
  });

  test('is none where two parts work on it, or nobody, or where only one plans to', () => {
    const inOne = done(5, 100, { tag: 'A1' });
    expect(silos([...plannedInTwo, inOne, item(6, { project: 2, tag: 'A1', outcome: 'doing' })])).toEqual([]);
    expect(silos(plannedInTwo)).toEqual([]);
    expect(silos([item(1, { tag: 'A1' }), inOne])).toEqual([]);
  });

  test('is none of an objective that is not active', () => {
    expect(
      silos([item(1, { tag: 'C' }), item(2, { project: 2, tag: 'C' }), item(3, { tag: 'C', outcome: 'doing' })]),
    ).toEqual([]);
  });

  test('is not told by work that names no part: planned there it is nobody’s, worked on there it may be anybody’s', () => {
    const parts = ['web', 'pos', null];
    const named = (items: Parameters<typeof rollUp>[0]) =>
      silosOf(rollUp(items, window), ({ project }) => parts[project - 1] ?? null, cascade);
    const planned = [item(1, { tag: 'A' }), item(2, { project: 2, tag: 'A' }), item(3, { project: 3, tag: 'A' })];
    const worked = done(4, 100, { tag: 'A' });
    expect(named([...planned, worked])).toMatchObject([{ plannedIn: ['web', 'pos'], servedBy: 'web', elsewhere: 0.5 }]);
    expect(named([...planned, worked, done(5, 100, { project: 3, tag: 'A' })])).toEqual([]);
    expect(named([item(1, { tag: 'A' }), item(3, { project: 3, tag: 'A' }), worked])).toEqual([]);
  });
});

test('of more parts than a matrix shows the smallest are one row, and all still add up', () => {
  const units = [
    item(1, { tag: 'A' }),
    item(2, { project: 2, outcome: 'doing' }),
    item(3, { project: 2 }),
    item(4, { project: 3 }),
  ];
  const cells = rollUp(units, window).map((cell) => ({ ...cell, part: `P${cell.project}` }));
  expect(foldSmall(cells, 3)).toEqual(cells);
  const rows = functionRows(foldSmall(cells, 1), cascade, ITEMS);
  expect(rows.map(({ part, planned }) => [part, planned.units])).toEqual([
    [OTHER, 2],
    ['P2', 1],
  ]);
});
