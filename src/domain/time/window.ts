import type { Day } from './day';
import { DAY_MS } from './milliseconds';

/** A range of days, both ends included. */
export type Window = { from: Day; to: Day };

/** The windows that pages offer and blocks hold, in days. */
export const WINDOW_DAYS = [30, 90, 180, 365] as const;
export type WindowDays = (typeof WINDOW_DAYS)[number];
export const DEFAULT_WINDOW_DAYS: WindowDays = 90;

/** The window of `days` days that ends on `to`: 90 days are `to` and the 89 before it. */
export const windowEnding = (to: number, days: number): Window => ({ from: to - days + 1, to });

/** Months of the calendar periods. */
const MONTHS = { month: 1, quarter: 3, year: 12 };

/** The calendar month, quarter or year that a day is in. */
export const periodAround = (day: Day, period: keyof typeof MONTHS): Window => {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const first = month - (month % MONTHS[period]);
  const after = first + MONTHS[period];
  return { from: Date.UTC(year, first) / DAY_MS, to: Date.UTC(year, after) / DAY_MS - 1 };
};

export const inWindow = (day: number, { from, to }: Window): boolean => from <= day && day <= to;
