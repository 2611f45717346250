/** A forecast of a number: the chance that at least so many come. 1 for 0, and never rising. */
export type Chances = (count: number) => number;

/** The stated chances. */
export const STATED = [0.5, 0.85, 0.95] as const;

/** Chances are sums of many small numbers: what differs by less is the same. */
const ROUNDING = 1e-9;

/** The largest number that a forecast reaches with at least this chance. */
export const stated = (atLeast: Chances, chance: number): number => {
  const reaches = (count: number): boolean => atLeast(count) >= chance - ROUNDING;
  let beyond = 1;
  while (reaches(beyond)) beyond *= 2;
  let reached = Math.floor(beyond / 2);
  while (beyond - reached > 1) {
    const middle = Math.floor((reached + beyond) / 2);
    if (reaches(middle)) reached = middle;
    else beyond = middle;
  }
  return reached;
};

/**
 * Whether what was stated with a chance came true, 0…1: 1 if more came, 0 if fewer. If just that many came, the part
 * by which a calibrated forecast comes true in `chance` of all cases, however coarse its numbers are.
 */
export const cameTrue = (atLeast: Chances, chance: number, came: number): number => {
  const number = stated(atLeast, chance);
  if (came !== number) return came > number ? 1 : 0;
  const more = atLeast(number + 1);
  const just = atLeast(number) - more;
  return just <= 0 ? 1 : Math.min(1, Math.max(0, (chance - more) / just));
};

/** The quantiles of the loss: 0.05 … 0.95. */
const QUANTILES = Array.from({ length: 19 }, (_, at) => (at + 1) / 20);

/** Koenker and Bassett's loss of a quantile: what comes above costs `quantile`, what comes below 1 − `quantile`. */
const pinball = (quantile: number, said: number, came: number): number =>
  came >= said ? quantile * (came - said) : (1 - quantile) * (said - came);

/** The mean loss over the quantiles. A quantile is the smallest number that is not exceeded with that chance. */
export const quantileLoss = (atLeast: Chances, came: number): number =>
  mean(QUANTILES.map((quantile) => pinball(quantile, smallestNotExceeded(atLeast, quantile), came)));

/** The mean loss of one number said for every quantile. */
export const lossOfOneNumber = (said: number, came: number): number =>
  mean(QUANTILES.map((quantile) => pinball(quantile, said, came)));

/** P(X ≤ x) ≥ q holds first where P(X ≥ x + 1) ≤ 1 − q, which is one above the last place where it does not. */
const smallestNotExceeded = (atLeast: Chances, quantile: number): number =>
  stated((count) => (atLeast(count) > 1 - quantile + ROUNDING ? 1 : 0), 1);

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
