import { portionsOf, type StatusOf } from './mix';
import type { Cell } from './rollUp';
import { sizeIn, type Sizing } from './sizing';

/** The aligned effort that serves each objective itself, in thousandths. */
export const alignedEffort = (cells: readonly Cell[], sizing: Sizing, statusOf: StatusOf): Map<string, number> => {
  const own = new Map<string, number>();
  for (const cell of cells) {
    if (cell.serves === null) continue;
    for (const { standing, tally } of portionsOf(cell, 'effort', statusOf)) {
      if (standing !== 'aligned') continue;
      own.set(cell.serves, (own.get(cell.serves) ?? 0) + sizeIn(sizing, cell.project, tally));
    }
  }
  return own;
};

/** The sum over some objectives of what each has itself. */
export const sumOver = (keys: Iterable<string>, own: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const key of keys) sum += own.get(key) ?? 0;
  return sum;
};
