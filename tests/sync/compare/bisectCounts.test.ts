import fc from 'fast-check';
import { bisectCounts } from '../../../src/sync/compare/bisectCounts';

const sum = (numbers: readonly number[], from: number, to: number): number =>
  numbers.slice(from, to).reduce((all, one) => all + one, 0);

/** Bisects with a Jira that counts so much of each thing, and allows so many calls. */
const find = async (held: readonly number[], jira: readonly number[], asks = Infinity, few = 0) => {
  let asked = 0;
  const found = await bisectCounts({
    held,
    count: (from, to) => Promise.resolve((asked += 1) > asks ? null : sum(jira, from, to)),
    isSmall: (_from, _to, items) => items <= few,
  });
  return { found, asked };
};

test('one of a thousand is found in eleven calls', async () => {
  const held = Array.from({ length: 1000 }, () => 20);
  const jira = held.map((items, index) => (index === 700 ? items - 1 : items));
  const { found, asked } = await find(held, jira);
  expect(found).toEqual([{ from: 700, to: 701, counts: 19 }]);
  expect(asked).toBeLessThanOrEqual(11);
});

test('where nothing differs one call tells', async () => {
  expect(await find([5, 0, 7], [5, 0, 7])).toEqual({ found: [], asked: 1 });
  expect(await find([], [])).toEqual({ found: [], asked: 0 });
});

const counts = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 40 });

test('where Jira has no less of anything, all that differs is found, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(counts, async (pairs) => {
      const held = pairs.map(([items]) => items);
      const jira = pairs.map(([items, more]) => items + more);
      const { found } = await find(held, jira);
      const differing = pairs.flatMap(([, more], index) => (more > 0 ? index : []));
      expect(found.map(({ from }) => from).sort((a, b) => a - b)).toEqual(differing);
    }),
  );
});

test('what it answers differs, holds little or one thing, and however few calls it has it ends', async () => {
  await fc.assert(
    fc.asyncProperty(counts, fc.nat(12), fc.nat(20), async (pairs, asks, few) => {
      const held = pairs.map(([items]) => items);
      const jira = pairs.map(([, items]) => items);
      const { found, asked } = await find(held, jira, asks, few);
      expect(asked).toBeLessThanOrEqual(asks + 1);
      for (const { from, to, counts: counted } of found) {
        expect(counted).toBe(sum(jira, from, to));
        expect(counted).not.toBe(sum(held, from, to));
        expect(to - from === 1 || Math.max(counted, sum(held, from, to)) <= few).toBe(true);
      }
    }),
  );
});
