/** The least that is written between none and all. */
const LEAST = 0.001;

/**
 * How a ratio 0…1 is written in per cent: with one decimal near the ends, so that a little does not look like none, nor
 * almost all like all. Only none is 0 %, and only all is 100 %.
 */
export const writtenPercent = (ratio: number): { ratio: number; decimals: number } => ({
  ratio: ratio > 0 && ratio < 1 ? Math.min(1 - LEAST, Math.max(LEAST, ratio)) : ratio,
  decimals: ratio < 0.1 || ratio > 0.99 ? 1 : 0,
});
