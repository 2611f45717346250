import { ratio } from '../ratio';

/**
 * The mean of shares, 0…1, weighted by planned share: Σ planned share × share ÷ Σ planned share. No value if nothing is
 * planned.
 */
export const plannedMean = (parts: readonly { plannedShare: number; share: number }[]): number | null => {
  let sum = 0;
  let whole = 0;
  for (const { plannedShare, share } of parts) {
    sum += plannedShare * share;
    whole += plannedShare;
  }
  return ratio(sum, whole);
};
