import fc from 'fast-check';
import { type PastItem, PastItems } from '../../../src/domain/work/pastItems';

const number = (max: number) => fc.option(fc.integer({ min: 0, max }));

const anyItem: fc.Arbitrary<PastItem> = fc.record({
  id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  project: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  level: fc.integer({ min: -1, max: 3 }),
  outcome: fc.constantFrom('todo', 'doing', 'done', 'dropped'),
  created: fc.integer({ min: 0, max: 100_000 }),
  parent: number(Number.MAX_SAFE_INTEGER),
  estimate: number(5_000_000_000),
  tag: fc.option(fc.constantFrom('A', 'B', 'RUN')),
  isObjective: fc.boolean(),
  link: fc.option(fc.constantFrom('A', 'C')),
  ended: number(100_000),
  assignee: number(2 ** 31 - 1),
});

test('items are held as they are, in any order, and found by id', () => {
  // More than a column has places for at first.
  const anyItems = fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 3_000, size: 'max' });
  fc.assert(
    fc.property(anyItems, fc.nat({ max: 3_000 }), (items, sorted) => {
      const ordered = [...items.slice(0, sorted).sort((a, b) => a.id - b.id), ...items.slice(sorted)];
      const held = PastItems.of(ordered);
      expect(held.length).toBe(items.length);
      expect([...held]).toEqual(ordered);
      for (const item of items) expect(held.get(item.id)).toEqual(item);
      const ids = new Set(items.map(({ id }) => id));
      for (const id of [0, ...items.map((item) => item.id + 1)]) expect(held.has(id)).toBe(ids.has(id));
    }),
    { numRuns: 20 },
  );
});
