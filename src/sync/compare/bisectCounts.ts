/** A range of things in their order, `to` excluded. `counts`: how many issues Jira counts in it */
type Stretch = { from: number; to: number; counts: number };

type Narrowing = {
  /** how many issues the projection holds of each thing */
  held: readonly number[];
  /** how many issues Jira counts from one index up to another; `null`: no further call is allowed */
  count: (from: number, to: number) => Promise<number | null>;
  /** whether a range with so many issues is small enough to be compared by ids */
  isSmall: (from: number, to: number, held: number) => boolean;
};

/**
 * Finds by bisection where Jira's counts differ from the projection's. Each step costs one call: the count of one half
 * gives that of the other.
 * @returns small ranges that differ, from the front, as many as calls allow. Differences that cancel each other within
 * a range are not seen.
 */
export const bisectCounts = async ({ held, count, isSmall }: Narrowing): Promise<Stretch[]> => {
  const heldIn = (from: number, to: number): number => held.slice(from, to).reduce((sum, one) => sum + one, 0);
  const whole = held.length === 0 ? null : await count(0, held.length);
  const open: Stretch[] = whole === null ? [] : [{ from: 0, to: held.length, counts: whole }];
  const differing: Stretch[] = [];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const { from, to, counts } = stretch;
    const holds = heldIn(from, to);
    if (counts === holds) continue;
    if (to - from === 1 || isSmall(from, to, Math.max(counts, holds))) {
      differing.push(stretch);
      continue;
    }
    const middle = halfway(held, from, to);
    const first = await count(from, middle);
    if (first === null) break;
    open.push({ from: middle, to, counts: counts - first }, { from, to: middle, counts: first });
  }
  return differing;
};

/** The index with about half of the issues on each side, and at least one thing. */
const halfway = (held: readonly number[], from: number, to: number): number => {
  const half = held.slice(from, to).reduce((sum, one) => sum + one, 0) / 2;
  let at = from;
  for (let before = 0; at < to - 1 && (at === from || before + (held[at] ?? 0) <= half); at += 1)
    before += held[at] ?? 0;
  return at;
};
