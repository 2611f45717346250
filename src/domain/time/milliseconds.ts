/** Spans of time in milliseconds. A day is one of a calendar without a time zone. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The minute and the hour of an instant (epoch milliseconds), counted since 1970. */
export const minuteOf = (now: number): number => Math.floor(now / MINUTE_MS);
export const hourOf = (now: number): number => Math.floor(now / HOUR_MS);
