/** Tolerance for floating-point errors at a threshold: 0.3 − 0.2 is a little less than 0.1. */
const ROUNDING = 1e-9;

export const reaches = (value: number, threshold: number): boolean => value >= threshold - ROUNDING;
