import { monthNamed } from './languages/months';

/** Which comes first in a date of numbers and slashes, such as 03/04/2025; a year, only if it has two digits: 25/04/03. */
export const DATE_ORDERS = ['day-first', 'month-first', 'year-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How a file writes dates. `order: null`: nothing tells */
export type DateForms = { order: DateOrder | null; locale: string };

const CLOCK = String.raw`(?:,?[ T](\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.? ?m\.?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$`;

/** `23/Jul/12 11:41 AM`, `27/Oct/21 17:08`, `27-Oct-2021` */
const named = new RegExp(String.raw`^(\d{1,2})[-/ .]([\p{L}.]+)[-/ .](\d{2}|\d{4})${CLOCK}`, 'iu');

/** `Oct 27, 2021, 5:08 PM` */
const monthBefore = new RegExp(String.raw`^([\p{L}.]+) (\d{1,2}),? (\d{4})${CLOCK}`, 'iu');

/** `2021-10-27 17:08`, `2021-10-27T17:08:00.000+0200` or `2021/10/27` */
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${CLOCK}`, 'i');

/** `27/10/2021 17:08`, `10/27/21 5:08 PM`, `21/10/27`; with dots the day is first, as in `27.10.2021 17:08` */
const numbers = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2}|\d{4})${CLOCK}`, 'i');

/** A day as Excel counts them, from 1927 to 2064: `44496` or `44496.7139` */
const serial = /^([1-5]\d{4})(?:[.,](\d+))?$/;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);

/**
 * The instant (epoch milliseconds) of a date in an export, read as UTC: days count as they are written, so a time zone
 * behind it changes nothing. `null`: it is none, or may be two
 */
export function exportDate(text: string, { order, locale }: DateForms = { order: null, locale: 'en' }): number | null {
  const written = tidy(text);
  const word = named.exec(written);
  if (word) {
    const [, day, month = '', year = '', ...clock] = word;
    return instant(fullYear(year), monthNamed(month, locale), Number(day), clock);
  }
  const american = monthBefore.exec(written);
  if (american) {
    const [, month = '', day, year, ...clock] = american;
    return instant(Number(year), monthNamed(month, locale), Number(day), clock);
  }
  const iso = yearFirst.exec(written);
  if (iso) {
    const [, year, month, day, ...clock] = iso;
    return instant(Number(year), Number(month) - 1, Number(day), clock);
  }
  const excel = serial.exec(written);
  if (excel) {
    const days = Number(`${excel[1]}.${excel[2] ?? 0}`);
    return EXCEL_DAY_0 + Math.round((days * DAY_MS) / MINUTE_MS) * MINUTE_MS;
  }
  const [, first, sign, second, year = '', ...clock] = numbers.exec(written) ?? [];
  if (order === 'year-first') {
    if (first?.length !== 2 || year.length > 2) return null;
    return instant(fullYear(first), Number(second) - 1, Number(year), clock);
  }
  const dayIsFirst = sign === '.' || order === 'day-first';
  if (first === undefined || year.length === 1 || (order === null && !dayIsFirst)) return null;
  const [day, month] = dayIsFirst ? [first, second] : [second, first];
  return instant(fullYear(year), Number(month) - 1, Number(day), clock);
}

/** What the dates of a file show of their order. */
type Orders = {
  /** both if they contradict each other, none if they leave it open */
  orders: Set<DateOrder>;
  /** a date that may be two days */
  open: string | null;
  /** a date whose first part may be a year */
  yearOrDay: string | null;
};

/** Reads the order of a file's dates from parts above 12, and from parts that hardly change. */
export function ordersIn(texts: Iterable<string>): Orders {
  const orders = new Set<DateOrder>();
  let open: string | null = null;
  const all: NumbersIn[] = [];
  for (const text of texts) {
    const [, first, sign, second, last = ''] = numbers.exec(tidy(text)) ?? [];
    if (first === undefined) continue;
    all.push({ text, first: Number(first), second: Number(second), last: last.length === 4 ? NaN : Number(last) });
    if (sign === '.') continue;
    if (Number(first) > 12) orders.add('day-first');
    else if (Number(second) > 12) orders.add('month-first');
    else open ??= text;
  }
  return { orders, open, yearOrDay: mayBeginWithYear(all) ? (all[0]?.text ?? null) : null };
}

/** The numbers of a date; `last` is NaN for a year of four digits. */
type NumbersIn = { text: string; first: number; second: number; last: number };

/**
 * Whether first parts are one or two years in a row, and last ones days: more than that, as in 25/09/05, 25/10/17, or where they hardly
 * change either, days of a later year than the others would be.
 */
function mayBeginWithYear(all: readonly NumbersIn[]): boolean {
  const areDates = all.every(({ second, last }) => second <= 12 && last >= 1 && last <= 31);
  if (!areDates || spread(all.map(({ first }) => first)) > 1) return false;
  return spread(all.map(({ last }) => last)) > 1 || all.every(({ first, last }) => first > last);
}

const spread = (of: readonly number[]): number =>
  of.reduce((most, one) => Math.max(most, one), 0) - of.reduce((least, one) => Math.min(least, one), 99);

const tidy = (text: string): string => text.trim().replace(/[\s\u00A0\u202F]+/g, ' ');

/** Two digits are a year from 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const inHalfDay = (hour: number, half: string) => (hour < 1 || hour > 12 ? NaN : (hour % 12) + (half === 'p' ? 12 : 0));

function instant(year: number, month: number | null, day: number, clock: (string | undefined)[]): number | null {
  if (month === null) return null;
  const [written = '0', minute = '0', second = '0', half] = clock;
  const hour = half === undefined ? Number(written) : inHalfDay(Number(written), half.toLowerCase());
  const time = Date.UTC(year, month, day, hour, Number(minute), Number(second));
  const date = new Date(time);
  const same =
    date.getUTCMonth() === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === Number(minute);
  return same ? time : null;
}
