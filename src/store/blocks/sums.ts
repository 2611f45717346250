import { gatheredBy } from '../../domain/gatheredBy';
import { OTHER_PARTS, type WeekSums } from '../../domain/work/blockFigures';
import { addTally, EMPTY_TALLY } from '../../domain/work/tally';
import { CELL_COLUMNS } from './cellColumns';
import {
  packCells,
  packParts,
  packPeople,
  packWeekItems,
  packWeekPoints,
  type ServedCell,
  type ServedPart,
  type ServedPeople,
  type ServedWeeks,
  unpackParts,
  unpackPeople,
  unpackWeeks,
} from './packed';
import { addedRetags, packRetags } from './packedRetags';

/**
 * The sum of a project's blocks by what they serve, in packed texts (`packed.ts`). They stand in the project's row: a page over all
 * projects reads a row for each project, not one for each block.
 */
export type ProjectSums = {
  cells: string;
  weeks_items: string;
  weeks_points: string;
  people: string;
  components: string;
  teams: string;
  /** of work that serves nothing only */
  parents: string;
  retags: string;
};

/**
 * Most cells of components, of teams, or of parents that a project's row holds: about 250 kB of text, where a statement may have
 * 1 MiB. Those of the parts with the fewest issues are added up as `OTHER_PARTS`.
 */
const MOST_PART_CELLS = 5_000;

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
    components: packParts(addedParts(blocks.map(({ components }) => components))),
    teams: packParts(addedParts(blocks.map(({ teams }) => teams))),
    parents: packParts(addedParts(blocks.map(({ parents }) => parents))),
    retags: packRetags(addedRetags(blocks.map(({ retags }) => retags))),
  };
};

/** Blocks whose work items are all gone hold nothing, and are left out. */
const addedCells = (blocks: readonly SummedBlock[]): ServedCell[] =>
  [...gatheredBy(blocks, ({ serves }) => serves)]
    .map(([serves, of]) => ({ serves, numbers: addedNumbers(of) }))
    .filter(({ numbers }) => numbers.some((number) => number > 0));

const addedNumbers = (cells: readonly Pick<ServedCell, 'numbers'>[]): number[] =>
  CELL_COLUMNS.map((_, at) => cells.reduce((sum, { numbers }) => sum + (numbers[at] ?? 0), 0));

const addedParts = (texts: readonly string[]): ServedPart[] => {
  // In order, so that equal sums are equal texts whatever the order of blocks.
  const all = addedAlike(texts.flatMap(unpackParts)).sort((a, b) => a.serves - b.serves || a.part - b.part);
  if (all.length <= MOST_PART_CELLS) return all;
  const kept = new Set<number>();
  let room = MOST_PART_CELLS;
  for (const [part, cells] of [...gatheredBy(all, ({ part }) => part)].sort(
    ([, a], [, b]) => issuesIn(b) - issuesIn(a),
  )) {
    room -= cells.length;
    if (room < 0) break;
    kept.add(part);
  }
  return addedAlike(all.map((cell) => (kept.has(cell.part) ? cell : { ...cell, part: OTHER_PARTS })));
};

/** Adds up what one part does for one objective. */
const addedAlike = (cells: readonly ServedPart[]): ServedPart[] =>
  [...gatheredBy(cells, ({ serves, part }) => `${serves} ${part}`).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ ...first, numbers: alike.length === 1 ? first.numbers : addedNumbers(alike) }];
  });

const ITEM_PLACES = (['todo_items', 'doing_items', 'done_items'] as const).map((name) => CELL_COLUMNS.indexOf(name));
const issuesIn = (cells: readonly ServedPart[]): number =>
  cells.reduce((sum, { numbers }) => sum + ITEM_PLACES.reduce((of, at) => of + (numbers[at] ?? 0), 0), 0);

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
