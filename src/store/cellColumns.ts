import { WINDOW_DAYS, type WindowDays } from '../domain/window';
import type { Measure } from '../domain/tally';
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

/** The columns that make a cell of one window, in one measure or, without one, in both. */
export const windowColumns = (days: WindowDays, measure?: Measure): readonly CellColumn[] =>
  columnsOf(['todo', 'doing', 'done', `done${days}`]).filter(
    (column) => measure !== 'items' || !/_(points|unestimated)$/.test(column),
  );
