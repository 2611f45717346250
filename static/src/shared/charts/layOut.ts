import type { Day } from '../../../../src/contract';
import { dayTicks, extent, linear, niceTicks } from './scale';
import type { DayLine, Series } from './series';
import { spread } from './spread';

/** The places of everything in a chart, in pixels. */
export type Picture = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** places of a day and of a value */
  x: (day: number) => number;
  y: (value: number) => number;
  /** days with a value in any series, oldest first */
  days: readonly Day[];
  dayTicks: { day: Day; x: number }[];
  valueTicks: { text: string; y: number }[];
  /** `x`: place of the line; `nameX`: middle of its name above the plot */
  dayLines: { name: string; x: number; nameX: number }[];
};

type Options = {
  series: readonly Series[];
  dayLines: readonly DayLine[];
  domain?: readonly [number, number];
  width: number;
  height: number;
  format: (value: number) => string;
};

/** Widths of a letter on the axis, and of a day with its gap. */
const LETTER = 7.5;
const DAY_WIDTH = 110;
const TOP = 10;
const BOTTOM = 24;
/** Height for names above the plot, and the gap between two. */
const NAMES = 24;
const NAME_GAP = 8;

/** Places the names of days above a plot without overlap. */
function placeDayLines(dayLines: readonly { name: string; x: number }[], width: number): Picture['dayLines'] {
  const middles = spread(
    dayLines.map(({ name, x }) => ({ at: x, length: LETTER * name.length })),
    [0, width],
    NAME_GAP,
  );
  return dayLines.map((line, index) => ({ ...line, nameX: middles[index] ?? line.x }));
}

/** Lays out a chart; `null`: there is no value to draw. */
export function layOut({ series, dayLines, domain, width, height, format }: Options): Picture | null {
  const valued = series.flatMap(({ points }) => points.filter(({ value }) => value !== null));
  const values = valued.map(({ value }) => value ?? 0);
  const days = [...new Set(valued.map(({ day }) => day))].sort((a, b) => a - b);
  const span = extent([...days, ...dayLines.map(({ day }) => day)]);
  const range = domain ?? extent([0, ...values]);
  if (values.length === 0 || !span || !range) return null;

  // If all values are 0, the axis still needs a length.
  const ticks = range[0] === range[1] ? [range[0], range[0] + 1] : niceTicks(range[0], range[1]);
  const ends: [number, number] = domain ? [domain[0], domain[1]] : [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const shown = ticks.filter((tick) => tick >= ends[0] && tick <= ends[1]);
  const left = 10 + LETTER * Math.max(...shown.map((tick) => format(tick).length));
  const right = width - 12;
  const top = dayLines.length > 0 ? NAMES : TOP;
  const bottom = height - BOTTOM;
  const x = linear(span, [left + 4, right]);
  const y = linear(ends, [bottom, top]);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x,
    y,
    days,
    dayTicks: dayTicks(span[0], span[1], Math.max(2, Math.floor((right - left) / DAY_WIDTH) + 1)).map((day) => ({
      day,
      x: x(day),
    })),
    valueTicks: shown.map((tick) => ({ text: format(tick), y: y(tick) })),
    dayLines: placeDayLines(
      dayLines.map(({ name, day }) => ({ name, x: x(day) })),
      width,
    ),
  };
}
