import type { PersonSums, WeekSums } from '../../domain/work/blockFigures';
import type { EstimateCounts } from '../../domain/work/estimate';
import type { Tally } from '../../domain/work/tally';
import { WINDOW_DAYS } from '../../domain/time/window';
import { CELL_COLUMNS } from './cellColumns';
import { differences, packNumbers, unpackNumbers } from './numbers';

/** Entries of packed numbers, `size` numbers each. */
const entriesIn = <T>(text: string, size: number, read: (numbers: number[], at: number) => T): T[] => {
  const numbers = unpackNumbers(text);
  const entries: T[] = [];
  for (let at = 0; at < numbers.length; at += size) entries.push(read(numbers, at));
  return entries;
};

/** Parts of packed numbers: what is served, the number of entries, then the entries, `size` numbers each. */
export const partsIn = <T>(
  text: string,
  size: number,
  read: (numbers: number[], from: number, to: number) => T,
): { serves: number; held: T }[] => {
  const numbers = unpackNumbers(text);
  const parts: { serves: number; held: T }[] = [];
  for (let at = 0; at < numbers.length;) {
    const [from, serves] = [at + 2, numbers[at] ?? 0];
    at = from + size * (numbers[at + 1] ?? 0);
    parts.push({ serves, held: read(numbers, from, at) });
  }
  return parts;
};

/** Weeks of work that serves the same. */
export type ServedWeeks = {
  /** an objective's id, `RUN_ID` or `NOTHING_ID` */
  serves: number;
  weeks: readonly WeekSums[];
};

/** `weeks_items`, in parts: of each week the weeks since the one before, units added and units done. */
export const packWeekItems = (parts: readonly ServedWeeks[]): string =>
  packNumbers(
    parts.flatMap(({ serves, weeks }) => {
      const since = differences(weeks.map(({ week }) => week));
      return [
        serves,
        weeks.length,
        ...weeks.flatMap(({ added, done }, at) => [since[at] ?? 0, added.items, done.items]),
      ];
    }),
  );

/** `weeks_points`, in the order of `weeks_items`: points and unestimated units added in each week, then those done. */
export const packWeekPoints = (parts: readonly ServedWeeks[]): string =>
  packNumbers(parts.flatMap(({ weeks }) => weeks.flatMap(pointsOfWeek)));

/** What `weeks_points` holds of a week. */
export const pointsOfWeek = ({ added, done }: WeekSums): number[] => [
  added.points,
  added.unestimated,
  done.points,
  done.unestimated,
];

/** Reads weeks. Without `points`, points and unestimated units are 0. */
export const unpackWeeks = (items: string, points: string | null): ServedWeeks[] => {
  const sizes = points === null ? [] : unpackNumbers(points);
  const tally = (count: number, from: number): Tally => ({
    items: count,
    points: sizes[from] ?? 0,
    unestimated: sizes[from + 1] ?? 0,
  });
  let size = 0;
  return partsIn(items, 3, (numbers, from, to) => {
    const weeks: WeekSums[] = [];
    let week = 0;
    for (let at = from; at < to; at += 3, size += 4) {
      week += numbers[at] ?? 0;
      weeks.push({ week, added: tally(numbers[at + 1] ?? 0, size), done: tally(numbers[at + 2] ?? 0, size + 2) });
    }
    return weeks;
  }).map(({ serves, held }) => ({ serves, weeks: held }));
};

/** `person_units`: the person, their newest issue, units in progress, and units done in each window. */
export const packPersonUnits = (people: readonly PersonSums[]): string =>
  packNumbers(people.flatMap(({ person, newest, doing, done }) => [person, newest, doing, ...done]));

export const unpackPersonUnits = (text: string): PersonSums[] =>
  entriesIn(text, 3 + WINDOW_DAYS.length, (numbers, at) => ({
    person: numbers[at] ?? 0,
    newest: numbers[at + 1] ?? 0,
    doing: numbers[at + 2] ?? 0,
    done: numbers.slice(at + 3, at + 3 + WINDOW_DAYS.length),
  }));

/** Who works on what serves the same, as effort numbers. */
export type ServedPeople = { serves: number; efforts: readonly number[] };

/** `people`, in parts: effort numbers, ascending, each as its difference to the one before. */
export const packPeople = (parts: readonly ServedPeople[]): string =>
  packNumbers(
    parts.flatMap(({ serves, efforts }) => [
      serves,
      efforts.length,
      ...differences([...efforts].sort((a, b) => a - b)),
    ]),
  );

/** Reads `people`. */
export const unpackPeople = (text: string): ServedPeople[] =>
  partsIn(text, 1, (numbers, from, to) => {
    const efforts: number[] = [];
    let effort = 0;
    for (let at = from; at < to; at += 1) {
      effort += numbers[at] ?? 0;
      efforts.push(effort);
    }
    return efforts;
  }).map(({ serves, held }) => ({ serves, efforts: held }));

/** `estimates`: an estimate in thousandths of a point, and how often it occurs. */
export const packEstimates = (estimates: EstimateCounts): string =>
  packNumbers(estimates.flatMap(({ estimate, count }) => [estimate, count]));

export const unpackEstimates = (text: string): EstimateCounts =>
  entriesIn(text, 2, (numbers, at) => ({ estimate: numbers[at] ?? 0, count: numbers[at + 1] ?? 0 }));

/** The cell of work that serves the same; its numbers are in the order of `CELL_COLUMNS`. */
export type ServedCell = { serves: number; numbers: readonly number[] };

/** `cells`: what is served, then the numbers. */
export const packCells = (parts: readonly ServedCell[]): string =>
  packNumbers(parts.flatMap(({ serves, numbers }) => [serves, ...numbers]));

/** The cell of a part of the work that serves the same; `part`: a `work_function` id, for parents an issue's id, or `NO_PART`. */
export type ServedPart = ServedCell & { part: number };

/** `components`, `teams` and `parents`: what is served and by which part, then the numbers. */
export const packParts = (parts: readonly ServedPart[]): string => packNumbers(parts.flatMap(numbersOfPart));

/** What such a text holds of a cell. */
export const numbersOfPart = ({ serves, part, numbers }: ServedPart): number[] => [serves, part, ...numbers];

/** Reads `components`, `teams` or `parents`. */
export const unpackParts = (text: string): ServedPart[] =>
  entriesIn(text, 2 + CELL_COLUMNS.length, (numbers, at) => ({
    serves: numbers[at] ?? 0,
    part: numbers[at + 1] ?? 0,
    numbers: numbers.slice(at + 2, at + 2 + CELL_COLUMNS.length),
  }));

/** Reads `cells`. */
export const unpackCells = (text: string): ServedCell[] =>
  entriesIn(text, 1 + CELL_COLUMNS.length, (numbers, at) => ({
    serves: numbers[at] ?? 0,
    numbers: numbers.slice(at + 1, at + 1 + CELL_COLUMNS.length),
  }));
