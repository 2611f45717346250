/** What is known of a project from earlier comparisons with Jira. */
export type Swept = {
  /** the day on which all its ids were last compared */
  day: number;
  /** what Jira's count was above the projection's then, which the ids did not bear out: the estimate is off by so much */
  off: number;
  /** days in a row on which the counts differed since, by little */
  differs: number;
};

/**
 * `approximate-count` is an estimate, so of a large project a small difference is likely noise, and comparing all ids costs a rate
 * point each. So a difference of at most one in a thousand must last three days. Of fewer than a thousand issues any counts: there
 * the ids cost little.
 */
const NOISE = 1 / 1000;
const LASTING_DAYS = 3;

/**
 * Whatever the counts say, a project's ids are compared every four weeks: as many may have gone unseen as came. Over all projects that
 * is a 28th of the site a day, for a million issues a quarter of what upkeep may spend of the least share.
 */
const EVERY_DAYS = 28;

/** Where nothing is known of a project: as if its turn had been some days ago, so that not all have theirs on one day. */
export const neverSwept = (project: number, today: number): Swept => ({
  day: today - (project % EVERY_DAYS),
  off: 0,
  differs: 0,
});

/** Whether a project's ids are to be compared today, given the issues that Jira counts and those that the projection holds. */
export const sweepWhen = (
  { day, off, differs }: Swept,
  { counts, holds }: { counts: number; holds: number },
  today: number,
): { now: boolean; differs: number } => {
  const difference = Math.abs(counts - off - holds);
  const days = difference === 0 ? 0 : differs + 1;
  const isLarge = difference > Math.max(counts, holds) * NOISE;
  return { now: isLarge || days >= LASTING_DAYS || today - day >= EVERY_DAYS, differs: days };
};
