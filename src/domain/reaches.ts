/** 0.3 − 0.2 is a little less than 0.1 to a computer: what reaches a threshold by hand must reach it here. */
const ROUNDING = 1e-9;

export const reaches = (value: number, threshold: number): boolean => value >= threshold - ROUNDING;
