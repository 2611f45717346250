/** What is known of a project from earlier comparisons with Jira. */
export type Swept = {
  /** the day when all its ids were last compared */
  day: number;
  /** the error of Jira's estimate then: its count less the ids it listed */
  off: number;
  /** days in a row since then on which the counts differed */
  differs: number;
};

/**
 * Counts that differ by at most a thousandth must differ three days in a row before ids are compared. Jira's
 * `approximate-count` is an estimate, so a small difference in a large project is likely noise, and each id costs a
 * rate point. Below 1,000 issues any difference counts: there ids are cheap.
 */
const NOISE = 1 / 1000;
const LASTING_DAYS = 3;

/**
 * Each project's ids are compared every four weeks, whatever the counts say: one issue may have gone for each that
 * came. That is a 28th of the site a day; for a million issues, a quarter of what upkeep may spend of the smallest
 * quota.
 */
const EVERY_DAYS = 28;

/** For a project that was never swept: as if its last sweep was some days ago, so that projects take turns. */
export const neverSwept = (project: number, today: number): Swept => ({
  day: today - (project % EVERY_DAYS),
  off: 0,
  differs: 0,
});

/** Whether a project's ids are to be compared today, given how many issues Jira counts and the projection holds. */
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
