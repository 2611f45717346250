import fc from 'fast-check';
import { clauseOf, coveringOf, type FoundItem, isTaken, mayBeTaken } from '../../../src/domain/jql/covering';

const covered = (found: readonly FoundItem[], all: readonly FoundItem[]) => {
  const children = new Map<number, number>();
  for (const { parent } of all) if (parent !== null) children.set(parent, (children.get(parent) ?? 0) + 1);
  return coveringOf(found, children);
};

test('an epic stands for its children where all of them are found, and the others for themselves', () => {
  const all = [
    { id: 1, parent: 10 },
    { id: 2, parent: 10 },
    { id: 3, parent: 20 },
    { id: 4, parent: 20 },
    { id: 5, parent: null },
  ];
  const found = all.filter(({ id }) => id !== 4);
  const covering = covered(found, all);
  expect(covering).toEqual({ ids: [3, 5], parents: [10], outside: [] });
  expect(clauseOf(covering, true)).toBe('id in (3, 5) OR parent in (10)');
  expect(clauseOf(covering, false)).toBe('id not in (3, 5) AND (parent is EMPTY OR parent not in (10))');
  const without = { ...covering, outside: [9, 8] };
  expect(clauseOf(without, true)).toBe('id in (3, 5) OR (parent in (10) AND project not in (8, 9))');
  expect(clauseOf(without, false)).toBe(
    'id not in (3, 5) AND (parent is EMPTY OR parent not in (10) OR project in (8, 9))',
  );
  expect(clauseOf({ ids: [], parents: [], outside: [] }, true)).toBe('project is EMPTY');
  expect(clauseOf({ ids: [], parents: [], outside: [] }, false)).toBe('project is not EMPTY');
});

test('a thousand values are taken, and not one more', () => {
  const orphans = (count: number) => Array.from({ length: count }, (_, id) => ({ id, parent: null }));
  expect(mayBeTaken(orphans(1000))).toBe(true);
  expect(mayBeTaken(orphans(1001))).toBe(false);
  expect(isTaken({ ids: [1], parents: Array.from({ length: 1000 }, (_, id) => id), outside: [] })).toBe(false);
  expect(isTaken({ ids: [1], parents: [2], outside: Array.from({ length: 999 }, (_, id) => id) })).toBe(false);
});

test('any covering finds just what is to be found, and what may not be taken never is', () => {
  const item = fc.record({ parent: fc.option(fc.integer({ min: 1, max: 6 })), isFound: fc.boolean() });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (items) => {
      const all = items.map(({ parent }, id) => ({ id, parent }));
      const found = all.filter(({ id }) => items[id]?.isFound);
      const { ids, parents } = covered(found, all);
      const named = all.filter(({ id, parent }) => ids.includes(id) || (parent !== null && parents.includes(parent)));
      expect(named).toEqual(found);
      expect(ids.length + parents.length).toBeLessThanOrEqual(found.length);
    }),
  );
});
