import fc from 'fast-check';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { unitsOf } from '../../../src/domain/reference/hierarchy';
import { mixOf } from '../../../src/domain/work/mix';
import { effectiveTag, provenanceOf } from '../../../src/domain/work/provenance';
import { rewind } from '../../../src/domain/reference/rewind';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { addTally, EMPTY_TALLY } from '../../../src/domain/work/tally';
import { addWork, NO_WORK, workFigure, workIn } from '../../../src/domain/work/work';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { anyWorkItems } from '../arbitrary';
import { objective } from '../build';

const window = { from: 8, to: 18 };
const cascade = new Cascade([objective('A'), objective('B', { parent: 'A' }), objective('C', { status: 'dropped' })]);
const typical = new Map([[1, { median: 2500, low: 1000, high: 8000 }]]);
const points = { measure: 'points', typical } as const;

test('nothing is counted twice: the cells hold each unit once', () => {
  fc.assert(
    fc.property(anyWorkItems, (items) => {
      const cells = rollUp(items, window);
      const counted = cells.reduce(
        (sum, { todo, doing, done, dropped }) => sum + todo.items + doing.items + done.items + dropped,
        0,
      );
      expect(counted).toBe(unitsOf(rewind(items, window.to)).length);
    }),
  );
});

test('no unit has a unit that is not dropped below it, down to level 0', () => {
  fc.assert(
    fc.property(anyWorkItems, (items) => {
      const units = unitsOf(items);
      const unitIds = new Set(units.filter(({ level }) => level > 0).map(({ id }) => id));
      for (const unit of units) {
        if (unit.outcome !== 'dropped') expect(unitIds.has(unit.parent ?? 0)).toBe(false);
      }
    }),
  );
});

test('an own tag always wins, and every way up ends', () => {
  fc.assert(
    fc.property(anyWorkItems, (items) => {
      const byId = new Map(items.map((item) => [item.id, item]));
      for (const item of items) {
        const provenance = provenanceOf(item, byId);
        const own = effectiveTag(item);
        if (own !== null) expect(provenance).toEqual({ kind: 'direct', serves: own, source: item.id });
        else if (provenance.kind !== 'none') {
          expect(provenance.kind).toBe('inherited');
          expect(effectiveTag(byId.get(provenance.source)!)).toBe(provenance.serves);
        }
      }
    }),
  );
});

test('the parts of a mix sum to its whole, and alignment lies between 0 and 1', () => {
  fc.assert(
    fc.property(anyWorkItems, (items) => {
      const cells = rollUp(items, window);
      const effort = mixOf(cells, 'effort', { measure: 'items', typical }, cascade.statusOf);
      const whole = cells.map(({ doing, doneInWindow }) => addTally(doing, doneInWindow)).reduce(addTally, EMPTY_TALLY);
      expect(effort.aligned + effort.run + effort.stale + effort.unlinked).toBe(whole.items);
      if (effort.alignment !== null) {
        expect(effort.alignment).toBeGreaterThanOrEqual(0);
        expect(effort.alignment).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('projects add up to the portfolio', () => {
  fc.assert(
    fc.property(anyWorkItems, (items) => {
      const cells = rollUp(items, window);
      const parts = [1, 2, 3].map((project) =>
        mixOf(
          cells.filter((cell) => cell.project === project),
          'planned',
          points,
          cascade.statusOf,
        ),
      );
      const whole = mixOf(cells, 'planned', points, cascade.statusOf);
      for (const standing of ['aligned', 'run', 'stale', 'unlinked'] as const) {
        expect(parts.reduce((sum, part) => sum + part[standing], 0)).toBeCloseTo(whole[standing], 9);
      }
    }),
  );
});

test('the order of the input does not matter', () => {
  const sorted = (cells: ReturnType<typeof rollUp>) =>
    [...cells].sort((a, b) => a.project - b.project || String(a.serves).localeCompare(String(b.serves)));
  fc.assert(
    fc.property(
      anyWorkItems.chain((items) =>
        fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
      ),
      ([items, shuffled]) => {
        expect(sorted(rollUp(shuffled, window))).toEqual(sorted(rollUp(items, window)));
      },
    ),
  );
});

const progressOf = (items: readonly WorkItem[]): number | null =>
  workFigure(
    rollUp(items, window)
      .map((cell) => workIn(cell, points))
      .reduce(addWork, NO_WORK),
  ).progress;

test('progress never falls when work gets done', () => {
  fc.assert(
    fc.property(anyWorkItems, (items) => {
      const before = progressOf(items);
      const finished = items.map((item) =>
        item.outcome === 'todo' || item.outcome === 'doing' ? { ...item, outcome: 'done' as const } : item,
      );
      const after = progressOf(finished);
      if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before - 1e-12);
    }),
  );
});
