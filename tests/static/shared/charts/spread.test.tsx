import fc from 'fast-check';
import { spread, type Wish } from '../../../../static/src/shared/charts/spread';

const wish = fc.record({ at: fc.integer({ min: 0, max: 400 }), length: fc.integer({ min: 1, max: 60 }) });

/** The ends of what is placed, first to last. */
const placed = (wishes: Wish[], range: [number, number], gap: number) =>
  spread(wishes, range, gap)
    .map((middle, index) => ({ middle, half: (wishes[index]?.length ?? 0) / 2 }))
    .map(({ middle, half }) => [middle - half, middle + half] as const)
    .sort(([a], [b]) => a - b);

test('what stands apart stays where it is', () => {
  const wishes = [
    { at: 200, length: 40 },
    { at: 50, length: 20 },
  ];
  expect(spread(wishes, [0, 300], 8)).toEqual([200, 50]);
});

test('what stands close gives way, and nothing passes the ends', () => {
  const wishes = [
    { at: 95, length: 30 },
    { at: 100, length: 30 },
    { at: 2, length: 20 },
  ];
  expect(spread(wishes, [0, 110], 8)).toEqual([57, 95, 10]);
});

test('nothing overlaps, whatever is wished, and all is inside where there is room', () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 6 }), (wishes) => {
      const gap = 8;
      const ends = placed(wishes, [0, 400], gap);
      for (const [index, [start]] of ends.entries()) {
        const before = ends[index - 1]?.[1] ?? -gap;
        expect(start).toBeGreaterThanOrEqual(before + gap);
      }
      expect(ends.at(-1)?.[1]).toBeLessThanOrEqual(400);
    }),
  );
});

test('where there is no room for all, they still do not overlap', () => {
  const wishes = Array.from({ length: 5 }, () => ({ at: 50, length: 40 }));
  expect(placed(wishes, [0, 100], 0)).toEqual([
    [0, 40],
    [40, 80],
    [80, 120],
    [120, 160],
    [160, 200],
  ]);
});
