import { type CellSums, TALLY_NAMES, type TallyName } from '../../domain/work/blockFigures';
import type { Cell } from '../../domain/work/cell';
import type { Tally } from '../../domain/work/tally';
import type { WindowDays } from '../../domain/time/window';

/** The numbers of a cell that are not tallies, by column. */
const COUNTS = {
  dropped: 'dropped',
  undated: 'undated',
  unknown_parents: 'unknownParents',
  blocked: 'blocked',
} as const;
const COUNT_COLUMNS = Object.keys(COUNTS) as (keyof typeof COUNTS)[];

/** A column of a cell. */
export type CellColumn =
  `${TallyName}_${'items' | 'points' | 'unestimated'}` | 'dropped' | 'undated' | 'unknown_parents' | 'blocked';

/** The columns of a tally. */
const TALLY_PARTS = ['items', 'points', 'unestimated'] as const satisfies readonly (keyof Tally)[];

export const CELL_COLUMNS: readonly CellColumn[] = [
  ...TALLY_NAMES.flatMap((name) => TALLY_PARTS.map((part) => `${name}_${part}` as const)),
  ...COUNT_COLUMNS,
];

/** The columns' values for some sums. */
export const columnsFrom = (sums: CellSums): Record<CellColumn, number> => ({
  ...(Object.fromEntries(
    TALLY_NAMES.flatMap((name) => TALLY_PARTS.map((part) => [`${name}_${part}`, sums[name][part]])),
  ) as Record<`${TallyName}_${keyof Tally}`, number>),
  ...(Object.fromEntries(COUNT_COLUMNS.map((column) => [column, sums[COUNTS[column]]])) as Record<
    keyof typeof COUNTS,
    number
  >),
});

/** The numbers of some sums, in the order of `CELL_COLUMNS`. */
export const numbersFrom = (sums: CellSums): number[] => {
  const columns = columnsFrom(sums);
  return CELL_COLUMNS.map((column) => columns[column]);
};

/** The numbers of several cells together. */
export const addedNumbers = (cells: readonly { numbers: readonly number[] }[]): number[] =>
  CELL_COLUMNS.map((_, at) => cells.reduce((sum, { numbers }) => sum + (numbers[at] ?? 0), 0));

/** Index of a tally's first column, and of the first count, among the numbers of a cell. */
const tallyPlace = (name: TallyName): number => TALLY_NAMES.indexOf(name) * TALLY_PARTS.length;
const COUNTS_PLACE = TALLY_NAMES.length * TALLY_PARTS.length;

const tallyAt = (numbers: readonly number[], at: number): Tally => ({
  items: numbers[at] ?? 0,
  points: numbers[at + 1] ?? 0,
  unestimated: numbers[at + 2] ?? 0,
});

/** Makes cells of a window from numbers in the order of `CELL_COLUMNS`. A page makes thousands, so places are looked up once. */
export const cellReader = (
  days: WindowDays,
): ((project: number, serves: string | null, numbers: readonly number[]) => Cell) => {
  const [todo, doing, done] = [tallyPlace('todo'), tallyPlace('doing'), tallyPlace('done')];
  const doneInWindow = tallyPlace(`done${days}`);
  return (project, serves, numbers) => ({
    project,
    serves,
    todo: tallyAt(numbers, todo),
    doing: tallyAt(numbers, doing),
    done: tallyAt(numbers, done),
    doneInWindow: tallyAt(numbers, doneInWindow),
    dropped: numbers[COUNTS_PLACE] ?? 0,
    undated: numbers[COUNTS_PLACE + 1] ?? 0,
    unknownParents: numbers[COUNTS_PLACE + 2] ?? 0,
    blocked: numbers[COUNTS_PLACE + 3] ?? 0,
  });
};
