import { gatheredBy } from '../../domain/gatheredBy';
import type { WeekSums } from '../../domain/work/blockFigures';
import { addTally, EMPTY_TALLY } from '../../domain/work/tally';
import { CELL_COLUMNS } from './cellColumns';
import {
  packCells,
  packPeople,
  packWeekItems,
  packWeekPoints,
  type ServedCell,
  type ServedPeople,
  type ServedWeeks,
  unpackPeople,
  unpackWeeks,
} from './packed';

/**
 * The sum of a project's blocks by what they serve, in packed texts (`packed.ts`). They stand in the project's row: a page over all
 * projects reads a row for each project, not one for each block.
 */
export type ProjectSums = { cells: string; weeks_items: string; weeks_points: string; people: string };

/** What is added up of a block. */
export type SummedBlock = ServedCell & Omit<ProjectSums, 'cells'>;

/** Adds blocks of one project up. */
export const sumsOf = (blocks: readonly SummedBlock[]): ProjectSums => {
  const weeks = addedWeeks(blocks);
  return {
    cells: packCells(addedCells(blocks)),
    weeks_items: packWeekItems(weeks),
    weeks_points: packWeekPoints(weeks),
    people: packPeople(joinedPeople(blocks)),
  };
};

/** Blocks whose work items are all gone hold nothing, and are left out. */
const addedCells = (blocks: readonly SummedBlock[]): ServedCell[] =>
  [...gatheredBy(blocks, ({ serves }) => serves)]
    .map(([serves, of]) => ({
      serves,
      numbers: CELL_COLUMNS.map((_, at) => of.reduce((sum, { numbers }) => sum + (numbers[at] ?? 0), 0)),
    }))
    .filter(({ numbers }) => numbers.some((number) => number > 0));

const noneIn = (week: number): WeekSums => ({ week, added: EMPTY_TALLY, done: EMPTY_TALLY });

const addedWeeks = (blocks: readonly SummedBlock[]): ServedWeeks[] => {
  const parts = new Map<number, Map<number, WeekSums>>();
  for (const { weeks_items, weeks_points } of blocks) {
    for (const { serves, weeks } of unpackWeeks(weeks_items, weeks_points)) {
      const sums = parts.get(serves) ?? new Map<number, WeekSums>();
      parts.set(serves, sums);
      for (const one of weeks) {
        const { week, added, done } = sums.get(one.week) ?? noneIn(one.week);
        sums.set(week, { week, added: addTally(added, one.added), done: addTally(done, one.done) });
      }
    }
  }
  return [...parts].map(([serves, weeks]) => ({
    serves,
    weeks: [...weeks.values()].sort((a, b) => a.week - b.week),
  }));
};

/** Each effort once. A person who works in several blocks may have several. */
const joinedPeople = (blocks: readonly SummedBlock[]): ServedPeople[] => {
  const parts = new Map<number, Set<number>>();
  for (const { people } of blocks) {
    for (const { serves, efforts } of unpackPeople(people)) {
      const joined = parts.get(serves) ?? new Set();
      parts.set(serves, joined);
      for (const effort of efforts) joined.add(effort);
    }
  }
  return [...parts].map(([serves, efforts]) => ({ serves, efforts: [...efforts] }));
};
