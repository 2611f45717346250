/** A thing to be placed along a line: where its middle should be, and its length. */
export type Wish = { at: number; length: number };

/**
 * Places things along a line: near their wishes, in that order, at least `gap` apart, from `from` to `to`. Returns
 * their middles. Without enough room the last ones end beyond `to`.
 */
export function spread(wishes: readonly Wish[], [from, to]: readonly [number, number], gap: number): number[] {
  const placed = wishes.map(({ at, length }) => ({ middle: at, half: length / 2 }));
  const inOrder = [...placed].sort((a, b) => a.middle - b.middle);

  // Backwards from the end, then forwards from the start, which wins if there is too little room.
  let end = to;
  for (const one of inOrder.toReversed()) {
    one.middle = Math.min(one.middle, end - one.half);
    end = one.middle - one.half - gap;
  }
  let start = from;
  for (const one of inOrder) {
    one.middle = Math.max(one.middle, start + one.half);
    start = one.middle + one.half + gap;
  }
  return placed.map(({ middle }) => middle);
}
