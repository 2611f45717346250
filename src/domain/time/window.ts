/** Days that a figure looks at, both ends inclusive. */
export type Window = { from: number; to: number };

/** The windows that the pages offer and the roll-up holds, in days. */
export const WINDOW_DAYS = [30, 90, 180, 365] as const;
export type WindowDays = (typeof WINDOW_DAYS)[number];
/** The others lie inside it. */
export const LONGEST_WINDOW = Math.max(...WINDOW_DAYS);
export const DEFAULT_WINDOW_DAYS: WindowDays = 90;

/** The window of so many days that ends on `to`, `to` included: 90 days are `to` and the 89 before it. */
export const windowEnding = (to: number, days: number): Window => ({ from: to - days + 1, to });

export const inWindow = (day: number, { from, to }: Window): boolean => from <= day && day <= to;
