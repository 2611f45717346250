import { DAY_MS, HOUR_MS } from './milliseconds';

/**
 * A calendar day: days since 1970-01-01 in the site's time zone. A whole number compares alike in SQL, code and pages.
 */
export type Day = number;

/** Every time zone's offset from UTC is a multiple of 15 minutes, so no day begins inside one. */
const QUARTER_HOUR_MS = 900_000;
const REMEMBERED = 50_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const remembered = new Map<string, Map<number, number>>();

const formatter = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
};

/**
 * The day of an instant (epoch milliseconds) in an IANA time zone. Results are cached: a first sync asks millions of
 * times, and Intl takes microseconds.
 */
export const dayOf = (instant: number, timeZone: string): number => {
  const days = remembered.get(timeZone) ?? new Map<number, number>();
  remembered.set(timeZone, days);
  const quarter = Math.floor(instant / QUARTER_HOUR_MS);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  if (days.size >= REMEMBERED) days.clear();
  const [year, month, day] = formatter(timeZone)
    .format(quarter * QUARTER_HOUR_MS)
    .split('-')
    .map(Number);
  const found = Date.UTC(year ?? 0, (month ?? 1) - 1, day) / DAY_MS;
  days.set(quarter, found);
  return found;
};

/** No time zone's offset from UTC is larger. */
const FURTHEST_MS = 15 * HOUR_MS;

/** When a day begins (epoch milliseconds) in an IANA time zone: not always at midnight. */
export const startOfDay = (day: number, timeZone: string): number => {
  let before = (day * DAY_MS - FURTHEST_MS) / QUARTER_HOUR_MS;
  let inside = (day * DAY_MS + FURTHEST_MS) / QUARTER_HOUR_MS;
  while (inside - before > 1) {
    const middle = Math.floor((before + inside) / 2);
    if (dayOf(middle * QUARTER_HOUR_MS, timeZone) >= day) inside = middle;
    else before = middle;
  }
  return inside * QUARTER_HOUR_MS;
};

/** 0001-01-01 and 9999-12-31: between them `formatDay` and `parseDay` are inverse. */
export const FIRST_DAY: Day = -719_162;
const LAST_DAY: Day = 2_932_896;

/** Whether a number is a day with a date of four-digit years. */
export const isDay = (value: number): boolean => Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY;

/** A day as `YYYY-MM-DD`: `formatDay(0)` is `1970-01-01`. */
export const formatDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Message for a text that is not a date. */
export const notADay = (text: string): string => `"${text}" is not a date; write it like 2026-01-31`;

/** The day of a date `YYYY-MM-DD`; `null` for any other text, and for 2026-02-30. */
export const parseDay = (text: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instant)) return null;
  const day = instant / DAY_MS;
  return formatDay(day) === text ? day : null;
};
