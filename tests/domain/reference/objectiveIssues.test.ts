import fc from 'fast-check';
import { unitsOf, unknownParents } from '../../../src/domain/reference/hierarchy';
import { type LinkedIssue, withObjectiveIssues } from '../../../src/domain/reference/objectiveIssues';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { servedUnits } from '../../../src/domain/reference/servedUnits';
import { provenanceOf } from '../../../src/domain/work/provenance';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { anyWorkItems } from '../arbitrary';
import { item } from '../build';

const INITIATIVE = 2;
const issue = (id: number, changes: Partial<WorkItem> & { linked?: number[]; key?: string } = {}): LinkedIssue => ({
  key: `A-${id}`,
  linked: [],
  ...item(id),
  ...changes,
});
const initiative = (id: number, changes: Parameters<typeof issue>[1] = {}) =>
  issue(id, { level: INITIATIVE, ...changes });

/** What issues are where those of level 2 are objectives. */
const read = (issues: readonly LinkedIssue[]) => withObjectiveIssues(issues, ({ level }) => level === INITIATIVE);
const provenance = (id: number, issues: readonly LinkedIssue[]) => {
  const byId = new Map(read(issues).items.map((one) => [one.id, one]));
  return provenanceOf(byId.get(id)!, byId);
};

describe('what serves an objective that is an issue', () => {
  test('all work below it, unless a tag on the way up says otherwise', () => {
    const issues = [
      initiative(1),
      issue(2, { level: 1, parent: 1 }),
      issue(3, { parent: 2 }),
      issue(4, { parent: 2, tag: 'O-1' }),
      issue(5, { level: 1, parent: 1, tag: 'RUN' }),
      issue(6, { parent: 5 }),
    ];
    expect(provenance(3, issues)).toEqual({ kind: 'hierarchy', serves: 'A-1', source: 1 });
    expect(provenance(4, issues)).toEqual({ kind: 'direct', serves: 'O-1', source: 4 });
    expect(provenance(6, issues)).toEqual({ kind: 'inherited', serves: 'RUN', source: 5 });
  });

  test('the way up ends there: neither its own field nor what is above it is asked', () => {
    const issues = [
      issue(1, { level: 3, tag: 'O-1' }),
      initiative(2, { parent: 1, tag: 'O-2' }),
      issue(3, { parent: 2 }),
    ];
    expect(provenance(3, issues)).toEqual({ kind: 'hierarchy', serves: 'A-2', source: 2 });
  });

  test('a link, where the way up finds nothing; the nearest', () => {
    const issues = [
      initiative(1),
      initiative(2),
      issue(3, { level: 1, linked: [1] }),
      issue(4, { parent: 3 }),
      issue(5, { parent: 3, linked: [2] }),
      issue(6, { level: 1, parent: 1 }),
      issue(7, { parent: 6, linked: [2] }),
    ];
    expect(provenance(4, issues)).toEqual({ kind: 'link', serves: 'A-1', source: 3 });
    expect(provenance(5, issues)).toEqual({ kind: 'link', serves: 'A-2', source: 5 });
    expect(provenance(7, issues)).toEqual({ kind: 'hierarchy', serves: 'A-1', source: 1 });
  });

  test('of several links the first key by code point, and only links to objectives count', () => {
    const issues = [
      initiative(1, { key: 'B-2' }),
      initiative(2, { key: 'B-10' }),
      issue(3, { key: 'A-1' }),
      issue(4, { linked: [1, 3, 2, 99] }),
      issue(5, { linked: [3] }),
      // The tag decides, so nothing was chosen among its links.
      issue(6, { tag: 'RUN', linked: [1, 2] }),
    ];
    expect(provenance(4, issues)).toEqual({ kind: 'link', serves: 'B-10', source: 4 });
    expect(provenance(5, issues)).toEqual({ kind: 'none' });
    expect(read(issues).choices).toBe(1);
  });

  test('links of a sub-task have no effect', () => {
    expect(provenance(2, [initiative(1), issue(2, { level: -1, linked: [1] })])).toEqual({ kind: 'none' });
  });
});

describe('an issue that is an objective', () => {
  test('is never work: no unit, no part of what is above it, no parent that is missing', () => {
    const { items } = read([
      initiative(1),
      issue(2, { level: 3 }),
      initiative(3, { parent: 2 }),
      initiative(4, { parent: 99, estimate: 5000 }),
    ]);
    expect(unitsOf(items).map(({ id }) => id)).toEqual([2]);
    expect(unknownParents(items)).toEqual([]);
    expect(rollUp(items, { from: 0, to: 1 })).toMatchObject([{ todo: { items: 1 }, unknownParents: 0 }]);
  });

  test('has its status by what came of it, and stands below the nearest above it', () => {
    const { objectives } = read([
      initiative(1),
      issue(2, { level: 1, parent: 1 }),
      initiative(3, { parent: 2, outcome: 'done' }),
      initiative(4, { parent: 3, outcome: 'dropped' }),
      initiative(5, { parent: 99, outcome: 'doing' }),
      initiative(6, { parent: 7 }),
      issue(7, { parent: 6 }),
    ]);
    expect(objectives.map(({ key, status, parent }) => [key, status, parent])).toEqual([
      ['A-1', 'active', null],
      ['A-3', 'achieved', 'A-1'],
      ['A-4', 'dropped', 'A-3'],
      ['A-5', 'active', null],
      ['A-6', 'active', null],
    ]);
  });
});

const anyIssues = anyWorkItems.chain((items) =>
  fc
    .array(fc.array(fc.integer({ min: 1, max: items.length + 2 }), { maxLength: 3 }), {
      minLength: items.length,
      maxLength: items.length,
    })
    .map((links) => items.map((one, at) => issue(one.id, { ...one, linked: links[at] }))),
);
const cellsOf = (items: readonly WorkItem[]) => rollUp(items, { from: 8, to: 18 });

test('without objectives of issues everything is as before', () => {
  fc.assert(
    fc.property(anyIssues, (issues) => {
      const none = withObjectiveIssues(issues, () => false);
      expect([none.objectives, none.choices]).toEqual([[], 0]);
      expect(cellsOf(none.items)).toEqual(cellsOf(issues));
    }),
  );
});

test('it is as if the children of objectives and what is linked were tagged by hand, and the objectives not there', () => {
  fc.assert(
    fc.property(anyIssues, (any) => {
      // A sub-task above work passes on what it inherits, which no tag by hand can say.
      const subtasks = new Set(any.filter(({ level }) => level < 0).map(({ id }) => id));
      const issues = any.map((one) => (subtasks.has(one.parent ?? -1) ? { ...one, parent: null } : one));
      const { items, objectives } = read(issues);
      const stated = new Map(objectives.map(({ id, key }) => [id, key]));
      const byHand = items
        .filter(({ id }) => !stated.has(id))
        .map((one): WorkItem => {
          const above = stated.get(one.parent ?? -1);
          const serves = provenanceOf(one, new Map(items.map((each) => [each.id, each])));
          const tag = one.tag ?? above ?? (serves.kind === 'link' ? serves.serves : null);
          return { ...one, link: null, tag: one.level >= 0 ? tag : one.tag };
        });
      const served = (of: readonly WorkItem[]) => servedUnits(of).map(({ id, serves }) => [id, serves]);
      expect(served(items)).toEqual(served(byHand));
    }),
  );
});
