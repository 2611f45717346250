/** part ÷ whole; `null` if the whole is 0, because nothing known is not 0 %. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The lowest and highest value that a ratio could take. */
export type Range = { low: number; high: number };

/** The range between two values; `null` where either has none. */
export const rangeOf = (a: number | null, b: number | null): Range | null =>
  a === null || b === null ? null : { low: Math.min(a, b), high: Math.max(a, b) };
