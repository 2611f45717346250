import type { ObjectiveUnits } from '../work/objectiveUnits';

/** Units that are added to those that were not dropped, so that a few say little. */
const CAUTION = 5;

/**
 * How many of an objective's open units are likely to be done: some will be dropped, the same share as of those that are
 * over. At least one, if any is open.
 *
 * Dropped units are not kept by week (`objectiveScopes.ts`), so the pace is that of units done. Were all that is open to be done at
 * it, forecasts would come true too late.
 */
export const likelyDone = ({ open, done, dropped }: ObjectiveUnits): number =>
  open === 0 ? 0 : Math.max(1, Math.round(open * (1 - dropped / (dropped + done + CAUTION))));
