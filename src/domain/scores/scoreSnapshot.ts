import type { FactorKey } from './executionIndex';
import { type Scores, valuesOf } from './scores';

/**
 * The index (0…100) and its factors (0…1) at the end of a day: over all projects, in items, with the effort of 90 days.
 * They do not add up from projects, so they are for those who see all totals. `null`: it had no value then.
 */
export type ScoreSnapshot = { day: number; index: number | null; factors: Record<FactorKey, number | null> };

/** What is recorded of some scores. */
export const scoreSnapshot = (day: number, { index, factors }: Pick<Scores, 'index' | 'factors'>): ScoreSnapshot => ({
  day,
  index,
  factors: valuesOf(factors),
});
