/** Projects of 8 sizes, each 2.5 times the one before: many small ones, and one that holds a fifth of all work. */
const LEVELS = [70, 50, 40, 22, 10, 5, 2, 1];
const STEP = 2.5;

/** A size that large sites have exactly one project of, so that it can be compared between them. */
export const REFERENCE_SIZE = 20_000;

/** How many issues each of 200 projects has, smallest first; together exactly `total`. */
export function projectSizes(total: number): number[] {
  const weights = LEVELS.flatMap((count, level) => Array.from({ length: count }, () => STEP ** level));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.floor((weight / all) * total));
  const nearest = indexOfNearest(sizes, REFERENCE_SIZE);
  const second = sizes[nearest] ?? 0;
  if (second >= REFERENCE_SIZE / 2) sizes[nearest] = REFERENCE_SIZE;
  // What rounding left, and what the one size took or gave, goes to the largest of the others.
  const rest = total - sizes.reduce((sum, size) => sum + size, 0);
  const largest = nearest === sizes.length - 1 && second >= REFERENCE_SIZE / 2 ? nearest - 1 : sizes.length - 1;
  sizes[largest] = (sizes[largest] ?? 0) + rest;
  return sizes;
}

/** The largest of those that are nearest to a size. */
const indexOfNearest = (sizes: readonly number[], wanted: number): number =>
  sizes.reduce(
    (best, size, index) => (Math.abs(size - wanted) <= Math.abs((sizes[best] ?? 0) - wanted) ? index : best),
    0,
  );
