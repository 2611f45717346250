/** Numbers of projects of 8 sizes, each 2.5 times the one before: many small ones, and one with a fifth of all work. */
const LEVELS = [70, 50, 40, 22, 10, 5, 2, 1];
const STEP = 2.5;

/** The size of exactly one project on large sites, so that it can be compared between them. */
export const REFERENCE_SIZE = 20_000;

/** The sizes of 200 projects in issues, smallest first; their sum is exactly `total`. */
export function projectSizes(total: number): number[] {
  const weights = LEVELS.flatMap((count, level) => Array.from({ length: count }, () => STEP ** level));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.floor((weight / all) * total));
  const nearest = indexOfNearest(sizes, REFERENCE_SIZE);
  const second = sizes[nearest] ?? 0;
  if (second >= REFERENCE_SIZE / 2) sizes[nearest] = REFERENCE_SIZE;
  // The largest of the others takes what rounding left, and what the one size took or gave.
  const rest = total - sizes.reduce((sum, size) => sum + size, 0);
  const largest = nearest === sizes.length - 1 && second >= REFERENCE_SIZE / 2 ? nearest - 1 : sizes.length - 1;
  sizes[largest] = (sizes[largest] ?? 0) + rest;
  return sizes;
}

/** The largest of the sizes nearest to one. */
const indexOfNearest = (sizes: readonly number[], wanted: number): number =>
  sizes.reduce(
    (best, size, index) => (Math.abs(size - wanted) <= Math.abs((sizes[best] ?? 0) - wanted) ? index : best),
    0,
  );
