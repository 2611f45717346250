/** Some of a list of things that stand in an order: those from one index up to another. `counts`: what Jira says of them. */
type Stretch = { from: number; to: number; counts: number };

type Narrowing = {
  /** what the projection holds of each thing */
  held: readonly number[];
  /** what Jira counts of the things from one index up to another; `null`: it may not be asked further */
  count: (from: number, to: number) => Promise<number | null>;
  /** whether a stretch of things that holds so much is small enough to be looked at */
  isSmall: (from: number, to: number, held: number) => boolean;
};

/**
 * Finds where two counts differ by halving: a call a step, as the count of one half tells that of the other. Answers small stretches
 * that differ, the first ones where Jira may not be asked further. Differences within a stretch that cancel each other are not seen.
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

/** The index that leaves about as much before it as after, and at least one thing on either side. */
const halfway = (held: readonly number[], from: number, to: number): number => {
  const half = held.slice(from, to).reduce((sum, one) => sum + one, 0) / 2;
  let at = from;
  for (let before = 0; at < to - 1 && (at === from || before + (held[at] ?? 0) <= half); at += 1)
    before += held[at] ?? 0;
  return at;
};
