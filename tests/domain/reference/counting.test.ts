import { unitsOf, unknownParents } from '../../../src/domain/reference/hierarchy';
import { UNDECIDED } from '../../../src/domain/work/dropped';
import { outcomeOf } from '../../../src/domain/work/outcome';
import { provenanceOf } from '../../../src/domain/work/provenance';
import { rewind } from '../../../src/domain/reference/rewind';
import { standingOf } from '../../../src/domain/work/standing';
import { inWindow, windowEnding } from '../../../src/domain/time/window';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { done, item } from '../build';

const ids = (items: readonly WorkItem[]): number[] => items.map(({ id }) => id);
const served = (id: number, items: readonly WorkItem[]) =>
  provenanceOf(
    items.find((each) => each.id === id)!,
    new Map(items.map((each) => [each.id, each])),
  );

describe('units', () => {
  test('stories count, sub-tasks do not, and an epic counts only until it is broken down', () => {
    const epic = item(1, { level: 1 });
    const emptyEpic = item(2, { level: 1 });
    const story = item(3, { parent: 1 });
    const subtask = item(4, { level: -1, parent: 3 });
    expect(ids(unitsOf([epic, emptyEpic, story, subtask]))).toEqual([2, 3]);
  });

  test('an epic whose children were all dropped counts again, and a sub-task does not break an epic down', () => {
    const epic = item(1, { level: 1 });
    expect(ids(unitsOf([epic, item(2, { parent: 1, outcome: 'dropped' })]))).toEqual([1, 2]);
    expect(ids(unitsOf([epic, item(3, { level: -1, parent: 1 })]))).toEqual([1]);
  });

  test('an initiative is broken down by its epics, and those by their stories', () => {
    const items = [item(1, { level: 2 }), item(2, { level: 1, parent: 1 }), item(3, { parent: 2 })];
    expect(ids(unitsOf(items))).toEqual([3]);
  });

  test('parents that are not known are found, but not those of sub-tasks', () => {
    expect(
      ids(unknownParents([item(1, { parent: 99 }), item(2, { level: -1, parent: 98 }), item(3, { parent: 1 })])),
    ).toEqual([1]);
  });
});

describe('provenance', () => {
  test('an item serves its own tag, else the nearest one above it', () => {
    const items = [
      item(1, { level: 2, tag: 'A' }),
      item(2, { level: 1, parent: 1 }),
      item(3, { parent: 2 }),
      item(4, { parent: 2, tag: 'B' }),
    ];
    expect(served(3, items)).toEqual({ kind: 'inherited', serves: 'A', source: 1 });
    expect(served(4, items)).toEqual({ kind: 'direct', serves: 'B', source: 4 });
  });

  test('run on an item wins over the objective above it', () => {
    expect(served(2, [item(1, { level: 1, tag: 'A' }), item(2, { parent: 1, tag: 'RUN' })])).toEqual({
      kind: 'direct',
      serves: 'RUN',
      source: 2,
    });
  });

  test('a tag on a sub-task is skipped', () => {
    expect(served(2, [item(1, { tag: 'A' }), item(2, { level: -1, parent: 1, tag: 'B' })])).toEqual({
      kind: 'inherited',
      serves: 'A',
      source: 1,
    });
  });

  test('an unknown parent and a cycle end the way up', () => {
    expect(served(1, [item(1, { parent: 99 })])).toEqual({ kind: 'none' });
    expect(served(1, [item(1, { parent: 2 }), item(2, { parent: 1 })])).toEqual({ kind: 'none' });
    expect(served(1, [item(1, { parent: 2 }), item(2, { parent: 1, tag: 'A' })])).toEqual({
      kind: 'inherited',
      serves: 'A',
      source: 2,
    });
  });
});

describe('outcome', () => {
  test.each([
    ['new', 'Backlog', null, 'todo'],
    ['undefined', 'Backlog', null, 'todo'],
    ['indeterminate', 'Review', null, 'doing'],
    ['done', 'Closed', 'Fixed', 'done'],
    ['done', 'Closed', null, 'done'],
    ['done', 'Closed', "won't FIX", 'dropped'],
    ['done', 'Closed', ' Duplicate ', 'dropped'],
    ['new', 'Backlog', "Won't Fix", 'todo'],
    ['done', 'Cancelled', 'Done', 'dropped'],
    ['done', 'Rejected', null, 'dropped'],
    ['indeterminate', 'Rejected', null, 'doing'],
    ['new', 'Cancelled', null, 'todo'],
  ] as const)('category %s in status %s with resolution %s is %s', (category, status, resolution, outcome) => {
    const named = {
      status: { id: '1', name: status },
      resolution: resolution === null ? null : { id: '2', name: resolution },
    };
    expect(outcomeOf(category, named, UNDECIDED)).toBe(outcome);
  });
});

describe('standing', () => {
  const statusOf = (key: string) =>
    (({ ACT: 'active', OLD: 'achieved', OFF: 'dropped', NEW: 'draft' }) as const)[key] ?? 'unknown';
  test.each([
    [null, false, 'unlinked'],
    ['RUN', false, 'run'],
    ['ACT', false, 'aligned'],
    ['ACT', true, 'aligned'],
    ['OLD', true, 'aligned'],
    ['OLD', false, 'stale'],
    ['OFF', false, 'stale'],
    ['NEW', false, 'stale'],
    ['GONE', false, 'stale'],
    ['GONE', true, 'stale'],
  ] as const)('serving %s, done %s: %s', (serves, isDone, standing) => {
    expect(standingOf(serves, isDone, statusOf)).toBe(standing);
  });
});

describe('windows and rewinding', () => {
  test('ninety days are the last day and the 89 before it', () => {
    const window = windowEnding(100, 90);
    expect(window).toEqual({ from: 11, to: 100 });
    expect([10, 11, 100, 101].map((day) => inWindow(day, window))).toEqual([false, true, true, false]);
  });

  test('what was created later is left out, what ended later had not ended, what has no day stays as it is', () => {
    const items = [
      item(1, { created: 11 }),
      done(2, 11),
      done(3, 10),
      done(4, null),
      item(5, { outcome: 'dropped', ended: 12 }),
      item(6, { outcome: 'doing' }),
    ];
    expect(rewind(items, 10).map(({ id, outcome }) => [id, outcome])).toEqual([
      [2, 'todo'],
      [3, 'done'],
      [4, 'done'],
      [5, 'todo'],
      [6, 'doing'],
    ]);
  });
});
