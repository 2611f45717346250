import { partSums, type StatusOf } from './mix';
import type { Cell } from './cell';
import type { Sizing } from './sizing';

/** Sums a number of cells by the objective that they serve themselves. */
export const sumByObjective = (cells: readonly Cell[], numberIn: (cell: Cell) => number): Map<string, number> => {
  const own = new Map<string, number>();
  for (const cell of cells) {
    if (cell.serves !== null) own.set(cell.serves, (own.get(cell.serves) ?? 0) + numberIn(cell));
  }
  return own;
};

/** The sum over these objectives. */
export const sumOver = (keys: Iterable<string>, own: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const key of keys) sum += own.get(key) ?? 0;
  return sum;
};

/** The aligned effort on each objective itself, in thousandths. */
export const alignedEffort = (cells: readonly Cell[], sizing: Sizing, statusOf: StatusOf): Map<string, number> =>
  sumByObjective(cells, (cell) => partSums([cell], 'effort', sizing, statusOf).sizes.aligned);
