/** How often each estimate occurs among a project's items of level 0 and above, whatever their outcome. */
export type EstimateCounts = readonly { estimate: number; count: number }[];

/** The sizes that unestimated units of a project may take, in thousandths of a point. */
export type TypicalEstimate = { median: number; low: number; high: number };

/** The size of a unit in a project without estimates. */
const ONE_POINT = 1000;

/**
 * The median and the 10th and 90th percentiles of a project's estimates, by linear interpolation between the closest
 * ranks, rank = p × (n − 1), as in spreadsheets' PERCENTILE.INC. The median is p = 0.5: the mean of the middle two for
 * an even number.
 */
export const typicalEstimate = (counts: EstimateCounts): TypicalEstimate => {
  const sorted = counts.filter(({ count }) => count > 0).sort((a, b) => a.estimate - b.estimate);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { median: ONE_POINT, low: ONE_POINT, high: ONE_POINT };
  const at = (p: number): number => {
    const rank = p * (total - 1);
    const below = valueAt(sorted, Math.floor(rank));
    const above = valueAt(sorted, Math.ceil(rank));
    return below + (above - below) * (rank - Math.floor(rank));
  };
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
};

const valueAt = (sorted: EstimateCounts, index: number): number => {
  let passed = 0;
  for (const { estimate, count } of sorted) {
    passed += count;
    if (index < passed) return estimate;
  }
  throw new RangeError(`no estimate at rank ${index}`);
};
