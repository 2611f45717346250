import { WINDOW_DAYS } from '../domain/window';
import type { CellColumn } from './schema';

/** The tallies of a cell in the roll-up; for each window, one of the units done inside it. */
const TALLIES = ['todo', 'doing', 'done', ...WINDOW_DAYS.map((days) => `done${days}` as const)] as const;

/** The numbers of a cell that are not tallies. */
const COUNTS = ['dropped', 'undated', 'unknown_parents', 'blocked'] as const;

export const CELL_COLUMNS: readonly CellColumn[] = [
  ...TALLIES.flatMap((name) => [`${name}_items`, `${name}_points`, `${name}_unestimated`] as const),
  ...COUNTS,
];
