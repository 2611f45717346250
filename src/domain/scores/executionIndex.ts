/** The five factors of the index; buy-in, its exponent, is apart. */
export const FACTORS = ['clarity', 'communication', 'resources', 'monitoring', 'adaptability'] as const;
export const ALL_FACTORS = [...FACTORS, 'buyIn'] as const;
export type FactorKey = (typeof ALL_FACTORS)[number];

/**
 * The execution alignment index, 0…100: 100 × B × mean(log2(1 + s)) over the factors s that have a value. B is buy-in.
 *
 * The textbook's (Π s)^B needs factors above 1, or a larger exponent would lower it. So each is read as 1 + s, on 1…2.
 * The logarithm to base 2 of [Π (1 + s)]^B is B × Σ log2(1 + s); its mean stays within 0…1 whichever factors are known.
 *
 * Without buy-in, or without any other factor, there is no index.
 */
export const indexOf = (values: Readonly<Record<FactorKey, number | null>>): number | null => {
  const known = FACTORS.map((factor) => values[factor]).filter((value) => value !== null);
  if (values.buyIn === null || known.length === 0) return null;
  return (100 * values.buyIn * known.reduce((sum, value) => sum + Math.log2(1 + value), 0)) / known.length;
};
