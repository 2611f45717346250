/** What the index is made of: five factors, and buy-in, which carries them. */
export const FACTORS = ['clarity', 'communication', 'resources', 'monitoring', 'adaptability'] as const;
export const ALL_FACTORS = [...FACTORS, 'buyIn'] as const;
export type FactorKey = (typeof ALL_FACTORS)[number];

/**
 * The execution alignment index, 0…100: 100 × B × mean(log2(1 + s)) over the factors s that have a value, B being buy-in.
 *
 * The textbook's (Π s)^B needs every factor on a scale above 1, or a larger exponent would lower it. With each read as 1 + s, on
 * 1…2, the logarithm to base 2 of [Π (1 + s)]^B is B × Σ log2(1 + s), and its mean keeps it within 0…1 whichever factors are known.
 *
 * Without buy-in, or without any other factor, there is no index.
 */
export const indexOf = (values: Readonly<Record<FactorKey, number | null>>): number | null => {
  const known = FACTORS.map((factor) => values[factor]).filter((value) => value !== null);
  if (values.buyIn === null || known.length === 0) return null;
  return (100 * values.buyIn * known.reduce((sum, value) => sum + Math.log2(1 + value), 0)) / known.length;
};
