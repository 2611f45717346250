import { WINDOW_DAYS, type WindowDays } from '../domain/window';
import type { CellColumn } from './schema';

/** The tallies of a cell in the roll-up; for each window, one of the units done inside it. */
const TALLIES = ['todo', 'doing', 'done', ...WINDOW_DAYS.map((days) => `done${days}` as const)] as const;

/** The numbers of a cell that are not tallies. */
const COUNTS = ['dropped', 'undated', 'unknown_parents', 'blocked'] as const;

const columnsOf = (tallies: readonly (typeof TALLIES)[number][]): readonly CellColumn[] => [
  ...tallies.flatMap((name) => [`${name}_items`, `${name}_points`, `${name}_unestimated`] as const),
  ...COUNTS,
];

export const CELL_COLUMNS: readonly CellColumn[] = columnsOf(TALLIES);

/** The columns that make a cell of one window. */
export const windowColumns = (days: WindowDays): readonly CellColumn[] =>
  columnsOf(['todo', 'doing', 'done', `done${days}`]);
