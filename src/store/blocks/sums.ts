import { gatheredBy } from '../../domain/gatheredBy';
import { addedParts } from './addedParts';
import { addedWeeks } from './addedWeeks';
import { addedNumbers } from './cellColumns';
import { joinedPeople } from './joinedPeople';
import { packCells, packParts, packPeople, packWeekItems, packWeekPoints, type ServedCell } from './packed';
import { addedRetags, packRetags } from './packedRetags';

/**
 * The sum of a project's blocks by what they serve, in packed texts (`packed.ts`). They stand in the project's row: a page over all
 * projects reads a row for each project, not one for each block. What only a page of one project asks for, its unlinked work by parent, stays in the
 * blocks (`unlinkedByParent.ts`).
 *
 * Each text is shorter than the 1 MiB that a statement may have, whatever the project holds, and all that a page reads of a row is below
 * the 4 MiB of an answer: weeks, people, parts and retags have a bound of their own, and the cells of as many objectives as a strategy may
 * have take 130 kB, at the worst 400.
 */
export type ProjectSums = {
  cells: string;
  weeks_items: string;
  weeks_points: string;
  people: string;
  components: string;
  teams: string;
  retags: string;
};

/** What is added up of a block. */
export type SummedBlock = ServedCell & Omit<ProjectSums, 'cells'>;

/** Adds blocks of one project up. */
export const sumsOf = (blocks: readonly SummedBlock[]): ProjectSums => {
  const weeks = addedWeeks(blocks);
  return {
    cells: packCells(addedCells(blocks)),
    weeks_items: packWeekItems(weeks),
    weeks_points: packWeekPoints(weeks),
    people: packPeople(joinedPeople(blocks.map(({ people }) => people))),
    components: packParts(addedParts(blocks.map(({ components }) => components))),
    teams: packParts(addedParts(blocks.map(({ teams }) => teams))),
    retags: packRetags(addedRetags(blocks.map(({ retags }) => retags))),
  };
};

/** Blocks whose work items are all gone hold nothing, and are left out. */
const addedCells = (blocks: readonly SummedBlock[]): ServedCell[] =>
  [...gatheredBy(blocks, ({ serves }) => serves)]
    .map(([serves, of]) => ({ serves, numbers: addedNumbers(of) }))
    .filter(({ numbers }) => numbers.some((number) => number > 0));
