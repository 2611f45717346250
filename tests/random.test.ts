import { drawsBelow, randomAt, seedOf } from './random';

describe('random numbers', () => {
  test('are seeded by FNV-1a', () => {
    expect(['', 'a', 'foobar'].map(seedOf)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });

  test('are the same for the same seed and place, and others elsewhere', () => {
    const some = (seed: number) => [0, 1, 2, 3].map((place) => randomAt(seed, place));
    expect(some(1)).toEqual(some(1));
    expect(new Set([...some(1), ...some(2)]).size).toBe(8);
  });

  test('fall evenly: of 12,000 below 12, each number comes 1,000 times, give or take 150 (5 standard deviations)', () => {
    const counts = new Array<number>(12).fill(0);
    const draw = drawsBelow(12, seedOf('even'));
    for (let place = 0; place < 12_000; place++) counts[draw(place)]! += 1;
    expect(counts.every((count) => Math.abs(count - 1000) < 150)).toBe(true);
  });
});
