import fc from 'fast-check';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { emptyCell } from '../../../src/domain/work/cell';
import { UNLINKED_PARTS } from '../../../src/domain/work/countedWork';
import { mixFigure } from '../../../src/domain/work/mix';
import { fromThousandths, type Tally } from '../../../src/domain/work/tally';
import { undecidedIn } from '../../../src/domain/work/undecided';
import { objective } from '../build';

const cascade = new Cascade([objective('A'), objective('OLD', { status: 'achieved' })]);
const items = (count: number): Tally => ({ items: count, points: 0, unestimated: count });
const cell = (serves: string | null, todo: number, doing: number, doneInWindow: number) => ({
  ...emptyCell(1, serves),
  todo: items(todo),
  doing: items(doing),
  done: items(doneInWindow + 100),
  doneInWindow: items(doneInWindow),
});

test('unlinked work wants a decision, and open work on what is over or nobody stated', () => {
  const cells = [
    cell(null, 1, 2, 4),
    cell('A', 8, 8, 8),
    cell('RUN', 8, 8, 8),
    cell('OLD', 16, 32, 64),
    cell('GONE', 128, 0, 256),
  ];
  const units = (part: 'all' | 'effort' | 'planned') =>
    undecidedIn(cells, part, cascade.statusOf).map(({ serves, tally }) => [serves, tally.items]);
  expect(units('planned')).toEqual([
    [null, 1],
    ['OLD', 16],
    ['GONE', 128],
  ]);
  // What was done for OLD stays aligned; what was done for a key that is not in the strategy does not.
  expect(units('effort')).toEqual([
    [null, 2 + 4],
    ['OLD', 32],
    ['GONE', 256],
  ]);
  expect(units('all')).toEqual([
    [null, 1 + 2 + 4],
    ['OLD', 16 + 32],
    ['GONE', 128 + 256],
  ]);
});

test('it is what the mix calls unlinked and stale, of every part', () => {
  const anyCell = fc
    .tuple(fc.constantFrom(null, 'A', 'OLD', 'RUN', 'GONE'), fc.nat(9), fc.nat(9), fc.nat(9))
    .map(([serves, todo, doing, done]) => cell(serves, todo, doing, done));
  const sizing = { measure: 'items', typical: new Map() } as const;
  fc.assert(
    fc.property(fc.array(anyCell), (cells) => {
      const sum = (kind: 'effort' | 'planned'): number => {
        const { unlinked, stale } = mixFigure(cells, kind, sizing, cascade.statusOf);
        return unlinked + stale;
      };
      const wanted = { effort: sum('effort'), planned: sum('planned'), all: sum('effort') + sum('planned') };
      for (const part of UNLINKED_PARTS) {
        const found = undecidedIn(cells, part, cascade.statusOf).reduce((total, { tally }) => total + tally.items, 0);
        expect(fromThousandths(found * 1000)).toBe(wanted[part]);
      }
    }),
  );
});
