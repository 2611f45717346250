import type { Tally } from './tally';

/**
 * Units of one project that serve the same, by the week in which they were added and done. Weeks begin on Monday and count
 * from the one of 1970-01-01. Units are today's, dropped ones left out; what is done on no known day, or before it was created (as
 * in work that was brought over from elsewhere), counts as done when created.
 */
export type WeekCell = { project: number; serves: string | null; week: number; added: Tally; done: Tally };

/** 1970-01-01 was a Thursday, so the week that held it began three days before. */
const DAYS_BEFORE_EPOCH = 3;

export const weekOf = (day: number): number => Math.floor((day + DAYS_BEFORE_EPOCH) / 7);

/** The Monday of a week. */
export const firstDayOf = (week: number): number => week * 7 - DAYS_BEFORE_EPOCH;

/** The Sunday of a week. */
export const lastDayOf = (week: number): number => firstDayOf(week) + 6;
