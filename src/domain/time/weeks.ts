import { sizeIn, type Sizing } from '../work/sizing';
import type { Tally } from '../work/tally';

/**
 * A project's units that serve the same, added and done in one week. Weeks begin on Monday and are counted from that of
 * 1970-01-01. Units are today's, without dropped ones. A unit done on no known day, or before it was created (imported
 * work), counts as done when created.
 */
export type WeekCell = { project: number; serves: string | null; week: number; added: Tally; done: Tally };

/** A number of units, and their size in thousandths. */
type Amount = { units: number; size: number };

/**
 * The units of several projects that serve the same, added and done in one week, each sized as its project's units are.
 */
export type WeekSum = { serves: string | null; week: number; added: Amount; done: Amount };

/** Adds weeks of projects up. It changes its sums in place, because a large site has hundreds of thousands of weeks. */
export class WeekAdder {
  private readonly sums = new Map<string | null, Map<number, WeekSum>>();

  constructor(private readonly sizing: Sizing) {}

  /** Adds weeks of one project that serve the same. */
  add(
    { project, serves }: Pick<WeekCell, 'project' | 'serves'>,
    weeks: readonly Omit<WeekCell, 'project' | 'serves'>[],
  ): void {
    const sums = this.sums.get(serves) ?? new Map<number, WeekSum>();
    this.sums.set(serves, sums);
    for (const { week, added, done } of weeks) {
      const sum = sums.get(week) ?? { serves, week, added: { units: 0, size: 0 }, done: { units: 0, size: 0 } };
      sums.set(week, sum);
      addTo(sum.added, added.items, sizeIn(this.sizing, project, added));
      addTo(sum.done, done.items, sizeIn(this.sizing, project, done));
    }
  }

  all(): WeekSum[] {
    return [...this.sums.values()].flatMap((weeks) => [...weeks.values()]);
  }
}

const addTo = (amount: Amount, units: number, size: number): void => {
  amount.units += units;
  amount.size += size;
};

/** 1970-01-01 was a Thursday, so its week began three days earlier. */
const DAYS_BEFORE_EPOCH = 3;

export const weekOf = (day: number): number => Math.floor((day + DAYS_BEFORE_EPOCH) / 7);

/** The Monday of a week. */
export const firstDayOf = (week: number): number => week * 7 - DAYS_BEFORE_EPOCH;

/** Weeks in a row, both included. `first`: `null`: everything before `last` too */
export type Weeks = { first: number | null; last: number };

/** The Sunday of a week. */
export const lastDayOf = (week: number): number => firstDayOf(week) + 6;
