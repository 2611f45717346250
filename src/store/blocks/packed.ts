import type { PersonSums, WeekSums } from '../../domain/work/blockFigures';
import type { EstimateCounts } from '../../domain/work/estimate';
import type { Tally } from '../../domain/work/tally';
import { WINDOW_DAYS, type WindowDays } from '../../domain/time/window';
import { differences, packNumbers, unpackNumbers } from './numbers';

/** What a block keeps in texts of packed numbers, so many to an entry: a page reads one row of a block, not hundreds. */
const entriesIn = <T>(text: string, size: number, read: (numbers: number[], at: number) => T): T[] => {
  const numbers = unpackNumbers(text);
  const entries: T[] = [];
  for (let at = 0; at < numbers.length; at += size) entries.push(read(numbers, at));
  return entries;
};

/** `weeks_items`: the weeks since the one before, units added, units done. */
export const packWeekItems = (weeks: readonly WeekSums[]): string => {
  const since = differences(weeks.map(({ week }) => week));
  return packNumbers(weeks.flatMap(({ added, done }, at) => [since[at] ?? 0, added.items, done.items]));
};

/** `weeks_points`: in the order of the weeks, points and unestimated units added, and the same done. */
export const packWeekPoints = (weeks: readonly WeekSums[]): string =>
  packNumbers(weeks.flatMap(({ added, done }) => [added.points, added.unestimated, done.points, done.unestimated]));

/** Calls back for each week of a block; without their points, those and the unestimated units are 0. */
export const eachWeek = (
  items: string,
  points: string | null,
  seen: (week: number, added: Tally, done: Tally) => void,
): void => {
  const units = unpackNumbers(items);
  const sizes = points === null ? [] : unpackNumbers(points);
  let week = 0;
  for (let at = 0, size = 0; at < units.length; at += 3, size += 4) {
    const tally = (unit: number, from: number): Tally => ({
      items: units[at + unit] ?? 0,
      points: sizes[size + from] ?? 0,
      unestimated: sizes[size + from + 1] ?? 0,
    });
    week += units[at] ?? 0;
    seen(week, tally(1, 0), tally(2, 2));
  }
};

/** `person_units`: the person, units in progress, and units done in each window. */
export const packPersonUnits = (people: readonly PersonSums[]): string =>
  packNumbers(people.flatMap(({ person, doing, done }) => [person, doing, ...done]));

export const unpackPersonUnits = (text: string): PersonSums[] =>
  entriesIn(text, 2 + WINDOW_DAYS.length, (numbers, at) => ({
    person: numbers[at] ?? 0,
    doing: numbers[at + 1] ?? 0,
    done: numbers.slice(at + 2, at + 2 + WINDOW_DAYS.length),
  }));

/** A person's effort in a block as a number below this: see `packPeople`. */
const KINDS_OF_EFFORT = 2 * (WINDOW_DAYS.length + 1);

/**
 * `people`: one number for each person with effort, made of the person, the shortest window in which something was done, and whether
 * something is in progress; ascending, each as its difference to the one before. It is all that counting people takes.
 */
export const packPeople = (people: readonly PersonSums[]): string =>
  packNumbers(
    differences(
      people
        .map(({ person, doing, done }) => {
          const window = done.findIndex((units) => units > 0);
          return person * KINDS_OF_EFFORT + (window < 0 ? WINDOW_DAYS.length : window) * 2 + (doing > 0 ? 1 : 0);
        })
        .sort((a, b) => a - b),
    ),
  );

/** Calls back for each person with whether they have effort in progress, and done in a window. */
export const eachPerson = (
  text: string,
  days: WindowDays,
  seen: (person: number, doing: boolean, done: boolean) => void,
): void => {
  const asked = WINDOW_DAYS.indexOf(days);
  let number = 0;
  for (const difference of unpackNumbers(text)) {
    number += difference;
    const effort = number % KINDS_OF_EFFORT;
    seen(Math.floor(number / KINDS_OF_EFFORT), effort % 2 === 1, Math.floor(effort / 2) <= asked);
  }
};

/** `estimates`: an estimate in thousandths of a point, and how often it occurs. */
export const packEstimates = (estimates: EstimateCounts): string =>
  packNumbers(estimates.flatMap(({ estimate, count }) => [estimate, count]));

export const unpackEstimates = (text: string): EstimateCounts =>
  entriesIn(text, 2, (numbers, at) => ({ estimate: numbers[at] ?? 0, count: numbers[at + 1] ?? 0 }));
