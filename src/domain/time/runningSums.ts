/** Running sums: 1, 2, 3 gives 1, 3, 6. */
export const runningSums = (numbers: readonly number[]): number[] => {
  let sum = 0;
  return numbers.map((number) => (sum += number));
};
