import type { Chances } from './scoring';

/**
 * The method that the app had before: each coming week repeats one of the last twelve, drawn alone. Kept to compare
 * with. The chances are exact: the distribution of a sum is that of its parts, convolved.
 * @param lastWeeks units done in each of the last weeks
 */
export const eachWeekDrawnAlone = (lastWeeks: readonly number[], weeks: number): Chances => {
  let sums = [1];
  for (let week = 0; week < weeks; week++) {
    const next = new Array<number>(sums.length + Math.max(...lastWeeks)).fill(0);
    sums.forEach((chance, sum) => {
      for (const drawn of lastWeeks) next[sum + drawn] = (next[sum + drawn] ?? 0) + chance / lastWeeks.length;
    });
    sums = next;
  }
  const atLeast = [...sums];
  for (let count = atLeast.length - 2; count >= 0; count--)
    atLeast[count] = (sums[count] ?? 0) + (atLeast[count + 1] ?? 0);
  return (count) => (count <= 0 ? 1 : (atLeast[count] ?? 0));
};
