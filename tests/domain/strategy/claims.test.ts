import { type ClaimedItem, claimsOf } from '../../../src/domain/strategy/claims';

const item = (id: number, parent: number | null, changes: Partial<ClaimedItem> = {}): ClaimedItem => ({
  ...{ id, parent, level: 0, tag: null, isUnit: true },
  ...changes,
});

/** 1 and 2 are objectives. */
const items = [
  item(1, null, { level: 2, isUnit: false }),
  item(2, null, { level: 2, isUnit: false }),
  item(10, 1, { level: 1, isUnit: false }),
  item(11, 10),
  item(12, 10, { tag: 'OBJ-1' }),
  item(13, 11, { level: -1, isUnit: false }),
  item(20, null, { level: 1, isUnit: false }),
  item(21, 20),
  item(22, 20, { isUnit: false }),
];

describe('what issues would take if they were objectives', () => {
  it('is the units below them without a tag, and those that links join to them', () => {
    const { taken, choices } = claimsOf([1, 2], new Map([[20, [2]]]), items);
    expect([...taken]).toEqual([
      [1, { below: 1, linked: 0 }],
      [2, { below: 0, linked: 1 }],
    ]);
    expect(choices).toBe(0);
  });

  it('goes by the hierarchy before any link, and by the first of several links, which is a choice', () => {
    const links = new Map([
      [11, [2]],
      [20, [1, 2]],
    ]);
    const { taken, choices } = claimsOf([1, 2], links, items);
    expect(taken.get(1)).toEqual({ below: 1, linked: 1 });
    expect(taken.get(2)).toEqual({ below: 0, linked: 0 });
    expect(choices).toBe(1);
  });
});
