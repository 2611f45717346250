import type { Day, Measure } from '../../../src/contract';
import { DAY_MS } from '../../../src/domain/time/milliseconds';
import { writtenPercent } from './writtenPercent';

/** Shown for no value, instead of 0. */
export const NONE = '–';

export type Format = {
  /** a ratio 0…1 */
  percent: (ratio: number | null) => string;
  /** a ratio 0…1, to compute with: up to two decimals */
  finePercent: (ratio: number | null) => string;
  /** the index, 0…100: one decimal */
  index: (value: number | null) => string;
  /** a score 0…1: two decimals */
  score: (value: number | null) => string;
  /** how far two ratios are apart, in percentage points; `null`: too little to write, so they count as equal */
  points: (difference: number) => string | null;
  /** a number to compute with: up to four decimals */
  fineNumber: (value: number | null) => string;
  /** up to two decimals */
  number: (value: number) => string;
  /** a size with its unit: "1 item", "12.5 points" */
  size: (value: number, measure: Measure) => string;
  /** a count with its noun: "1 issue", "1,200 issues" */
  count: (count: number, noun: string) => string;
  /** "3 work items" */
  units: (count: number) => string;
  /** a calendar day, with its year */
  day: (day: Day) => string;
  /** a calendar day, with its year only where that is not the current one: for axes and narrow cells */
  shortDay: (day: Day) => string;
  /** "3 days" */
  days: (count: number) => string;
  /** names in a row, with "and" before the last */
  list: (names: readonly string[]) => string;
  /** the day of an instant, for the viewer */
  date: (instant: string) => string;
  /** an instant to the minute, for the viewer */
  time: (instant: string) => string;
};

const plural = (value: number, one: string) => (value === 1 ? one : `${one}s`);

const yearOf = (instant: number): number => new Date(instant).getUTCFullYear();

/** The formats of a locale, written as Jira does (`en_US`), and a time zone. */
export function createFormat(locale: string, timeZone: string, now = Date.now()): Format {
  const tag = locale.replace('_', '-');
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const finePercent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  const index = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const score = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const fineNumber = new Intl.NumberFormat(tag, { maximumFractionDigits: 4 });
  const shortDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone });
  const time = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone });

  const count = (value: number, noun: string) => `${number.format(value)} ${plural(value, noun)}`;

  return {
    percent: (ratio) => {
      if (ratio === null) return NONE;
      const written = writtenPercent(ratio);
      return (written.decimals === 1 ? fine : whole).format(written.ratio);
    },
    finePercent: (ratio) => (ratio === null ? NONE : finePercent.format(ratio)),
    index: (value) => (value === null ? NONE : index.format(value)),
    score: (value) => (value === null ? NONE : score.format(value)),
    points: (difference) => {
      const points = Math.abs(100 * difference);
      // Like `percent`: small ones with a decimal.
      const rounded = points < 10 ? Math.round(10 * points) / 10 : Math.round(points);
      return rounded === 0 ? null : count(rounded, 'percentage point');
    },
    fineNumber: (value) => (value === null ? NONE : fineNumber.format(value)),
    number: (value) => number.format(value),
    size: (value, measure) => count(value, measure === 'points' ? 'point' : 'item'),
    count,
    units: (value) => count(value, 'work item'),
    day: (value) => day.format(value * DAY_MS),
    shortDay: (value) => (yearOf(value * DAY_MS) === yearOf(now) ? shortDay : day).format(value * DAY_MS),
    days: (value) => count(value, 'day'),
    list: (names) => list.format(names),
    date: (instant) => date.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
  };
}
