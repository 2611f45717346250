import { DAY_MS, HOUR_MS } from './milliseconds';

/** A calendar day as a whole number: days since 1970-01-01, in the site's time zone. So SQL, code and pages compare days alike. */
export type Day = number;

/** Every time zone's offset from UTC is a multiple of this, so a day never turns inside one. */
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
 * The day on which an instant (epoch milliseconds) falls in an IANA time zone.
 * Remembers what it worked out, because a first sync asks millions of times and Intl takes microseconds.
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

/** No time zone is further from UTC than this. */
const FURTHEST_MS = 15 * HOUR_MS;

/** The instant (epoch milliseconds) at which a day begins in an IANA time zone: on some days of some zones that is not midnight. */
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

/** 0001-01-01 and 9999-12-31: between them `formatDay` writes what `parseDay` reads. */
const FIRST_DAY: Day = -719_162;
const LAST_DAY: Day = 2_932_896;

/** Whether a number is a day that has a date of four-digit years. */
export const isDay = (value: number): boolean => Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY;

/** `YYYY-MM-DD` of a day. */
export const formatDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** What is said of a text that names no day. */
export const notADay = (text: string): string => `"${text}" is not a date; write it like 2026-01-31`;

/** The day that `YYYY-MM-DD` names; `null` when it names none (2026-02-30, or another form). */
export const parseDay = (text: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instant)) return null;
  const day = instant / DAY_MS;
  return formatDay(day) === text ? day : null;
};
