/** Something that wants to stand at a place along a line, and how long it is. */
export type Wish = { at: number; length: number };

/**
 * The middles of things along a line: near where each wants to stand, in the order of their wishes, none over another, at least
 * `gap` apart, inside `from` to `to`. Where there is no room for all, the last ones stand beyond `to`.
 */
export function spread(wishes: readonly Wish[], [from, to]: readonly [number, number], gap: number): number[] {
  const placed = wishes.map(({ at, length }) => ({ middle: at, half: length / 2 }));
  const inOrder = [...placed].sort((a, b) => a.middle - b.middle);

  // Back from the end first, then forth from the start: the start holds where room is short.
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
