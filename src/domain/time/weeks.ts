import { sizeIn, type Sizing } from '../work/sizing';
import type { Tally } from '../work/tally';

/**
 * Units of one project that serve the same, by the week in which they were added and done. Weeks begin on Monday and count
 * from the one of 1970-01-01. Units are today's, dropped ones left out; what is done on no known day, or before it was created (as
 * in work that was brought over from elsewhere), counts as done when created.
 */
export type WeekCell = { project: number; serves: string | null; week: number; added: Tally; done: Tally };

/** Some units: how many, and their size in thousandths. */
export type Amount = { units: number; size: number };

/** The units of some projects that serve the same, by week: week cells without the project, each sized as its project's units are. */
export type WeekSum = { serves: string | null; week: number; added: Amount; done: Amount };

const addAmount = (a: Amount, b: Amount): Amount => ({ units: a.units + b.units, size: a.size + b.size });

/** Adds the weeks of projects up. */
export const sumWeeks = (cells: readonly WeekCell[], sizing: Sizing): WeekSum[] => {
  const sums = new Map<string, WeekSum>();
  for (const { project, serves, week, added, done } of cells) {
    const amount = (tally: Tally): Amount => ({ units: tally.items, size: sizeIn(sizing, project, tally) });
    const id = JSON.stringify([serves, week]);
    const known = sums.get(id);
    sums.set(id, {
      serves,
      week,
      added: known ? addAmount(known.added, amount(added)) : amount(added),
      done: known ? addAmount(known.done, amount(done)) : amount(done),
    });
  }
  return [...sums.values()];
};

/** 1970-01-01 was a Thursday, so the week that held it began three days before. */
const DAYS_BEFORE_EPOCH = 3;

export const weekOf = (day: number): number => Math.floor((day + DAYS_BEFORE_EPOCH) / 7);

/** The Monday of a week. */
export const firstDayOf = (week: number): number => week * 7 - DAYS_BEFORE_EPOCH;

/** The Sunday of a week. */
export const lastDayOf = (week: number): number => firstDayOf(week) + 6;
