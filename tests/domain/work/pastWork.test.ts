import fc from 'fast-check';
import { unitsOf } from '../../../src/domain/reference/hierarchy';
import { rewind } from '../../../src/domain/reference/rewind';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { servedUnits } from '../../../src/domain/reference/servedUnits';
import { gatheredBy } from '../../../src/domain/gatheredBy';
import { type Cell, hasUnits } from '../../../src/domain/work/cell';
import { typicalEstimate } from '../../../src/domain/work/estimate';
import type { StatusOf } from '../../../src/domain/work/mix';
import { type PastItem, PastItems } from '../../../src/domain/work/pastItems';
import { pastWork } from '../../../src/domain/work/pastWork';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { inWindow, WINDOW_DAYS, windowEnding } from '../../../src/domain/time/window';
import { anyWorkItems } from '../arbitrary';
import { done, item } from '../build';
import { countPeople } from '../scores/countPeople';
import { estimateCounts } from './estimateCounts';

const DAY = 100;
const NAMES = ['ann', 'bo', 'cy', 'di', 'ed', 'flo'];
const statusOf: StatusOf = (key) => (key === 'C' ? 'dropped' : key === 'GONE' ? 'unknown' : 'active');

const past = (one: WorkItem): PastItem => ({
  ...one,
  isObjective: one.isObjective === true,
  link: one.link ?? null,
  assignee: one.assignee === null ? null : NAMES.indexOf(one.assignee),
});

const counted = (items: readonly WorkItem[], day = DAY) =>
  pastWork(PastItems.of(items.map(past)), { day, days: 90, counts: () => true, statusOf });

/** What serves what, with its units to do, in progress and done in the window. */
const cellsOf = (items: readonly WorkItem[], day = DAY) =>
  counted(items, day).cells.map(({ serves, todo, doing, doneInWindow }) => [
    serves,
    todo.items,
    doing.items,
    doneInWindow.items,
  ]);

test('what came later is left out, and what ended later is still to do', () => {
  const items = [
    item(1, { tag: 'A', created: DAY + 1 }),
    done(2, DAY, { tag: 'A' }),
    done(3, DAY + 1, { tag: 'A' }),
    done(4, DAY - 90, { tag: 'A' }),
    item(5, { tag: 'A', outcome: 'dropped', ended: DAY + 1 }),
    item(6, { tag: 'A', outcome: 'doing' }),
  ];
  expect(cellsOf(items)).toEqual([['A', 2, 1, 1]]);
  expect(cellsOf(items, DAY + 1)).toEqual([['A', 1, 1, 2]]);
});

test('an epic lends its objective from the day on which it was created, and counts until it is broken down', () => {
  const epic = item(1, { level: 1, tag: 'A', created: 50 });
  const story = item(2, { parent: 1, created: 40 });
  // Before the epic there is the story alone, which serves nothing; then the story serves A, and the epic is broken down.
  expect(cellsOf([epic, story], 45)).toEqual([[null, 1, 0, 0]]);
  expect(cellsOf([epic, story], 50)).toEqual([['A', 1, 0, 0]]);
  // A story that comes later leaves the epic a unit until then; one that is dropped makes it a unit again.
  expect(counted([epic, item(2, { parent: 1, created: 60 })], 55).cells[0]?.todo.items).toBe(1);
  const dropped = [epic, item(2, { parent: 1, created: 40, outcome: 'dropped', ended: 70 })];
  expect(counted(dropped, 69).cells).toMatchObject([{ todo: { items: 1 }, dropped: 0 }]);
  expect(counted(dropped, 70).cells).toMatchObject([{ todo: { items: 1 }, dropped: 1 }]);
});

test('work of other projects only tells what theirs served, and whether it was broken down', () => {
  const items = [
    item(1, { level: 2, tag: 'A', project: 2 }),
    item(2, { level: 1, parent: 1 }),
    item(3, { parent: 2, project: 3 }),
    item(4, { parent: 2, outcome: 'doing' }),
  ];
  const { cells } = pastWork(PastItems.of(items.map(past)), {
    day: DAY,
    days: 30,
    counts: (project) => project === 1,
    statusOf,
  });
  expect(cells).toMatchObject([{ project: 1, serves: 'A', todo: { items: 0 }, doing: { items: 1 } }]);
});

const byPlace = (cells: readonly Cell[]): Map<string, Cell> =>
  new Map(cells.filter(hasUnits).map((cell) => [JSON.stringify([cell.project, cell.serves]), { ...cell, blocked: 0 }]));

test('counts what the rules say item by item, on any day and in any window', () => {
  fc.assert(
    fc.property(anyWorkItems, fc.constantFrom(...WINDOW_DAYS), fc.integer({ min: 0, max: 30 }), (items, days, day) => {
      const window = windowEnding(day, days);
      const { cells, typical, people } = pastWork(PastItems.of(items.map(past)), {
        day,
        days,
        counts: () => true,
        statusOf,
      });
      expect(byPlace(cells)).toEqual(byPlace(rollUp(items, window)));
      const then = rewind(items, day);
      for (const [project, units] of gatheredBy(unitsOf(then), (unit) => unit.project)) {
        expect(typical.get(project)).toEqual(typicalEstimate(estimateCounts(units)));
      }
      const assignments = servedUnits(then).flatMap(({ assignee, serves, outcome, ended }) => {
        const isDone = outcome === 'done' && ended !== null && inWindow(ended, window);
        return assignee !== null && (outcome === 'doing' || isDone) ? { assignee, serves, done: isDone } : [];
      });
      expect(people).toEqual(countPeople(assignments, statusOf));
    }),
    { numRuns: 500 },
  );
});
