import { drawsBelow, randomAt, seedOf } from './random';
import { runningSums } from '../time/runningSums';

/** When the rest of some work is done, if weeks to come are like the last ones. Days count from 1970-01-01. */
export type Forecast = {
  remaining: number;
  weekly: readonly number[];
  trials: number;
  /** the first day, a whole number of weeks after `asOf`, by which at least half of the trials were done; `p85`: 85 of 100 */
  p50: number;
  p85: number;
  /** share of the trials that were done by the target day; `null` without one, and where it passed and nothing remains, since that may have been done in time */
  chance: number | null;
  /** share of the trials that were done by each day, from the last day without any to the day of the last; at most 60 points, evenly apart but for the last */
  curve: readonly { day: number; share: number }[];
  /** trials that did not end within the ten years that are simulated count as not done; `p50` or `p85` may then be the last day */
  truncated: boolean;
};

const TRIALS = 2000;
/** Ten years. */
const MOST_WEEKS = 520;
const MOST_POINTS = 60;

/**
 * How many trials were done after each number of weeks; the sum is less than `TRIALS` where some did not end.
 * Each trial has random numbers of its own, so that more throughput or less work never makes any of them end later.
 */
const doneAfter = (remaining: number, weekly: readonly number[], seed: string): number[] => {
  const done = new Array<number>(MOST_WEEKS + 1).fill(0);
  const trials = seedOf(seed);
  for (let trial = 0; trial < TRIALS; trial++) {
    const drawn = drawsBelow(weekly.length, randomAt(trials, trial));
    let left = remaining;
    let weeks = 0;
    while (left > 0 && weeks < MOST_WEEKS) {
      left -= weekly[drawn(weeks)] ?? 0;
      weeks++;
    }
    if (left <= 0) done[weeks] = (done[weeks] ?? 0) + 1;
  }
  return done;
};

/** The first number of weeks after which a share of the trials was done, or the last that is simulated. */
const firstWeek = (shares: readonly number[], wanted: number): number => {
  const week = shares.findIndex((share) => share >= wanted);
  return week === -1 ? MOST_WEEKS : week;
};

/** Of the weeks in which the outcome is decided, evenly chosen ones and the last. */
const weeksToShow = (shares: readonly number[]): number[] => {
  const last = firstWeek(shares, 1);
  const first = Math.max(0, shares.findIndex((share) => share > 0) - 1);
  const step = Math.max(1, Math.ceil((last - first) / (MOST_POINTS - 1)));
  const weeks = [];
  for (let week = first; week < last; week += step) weeks.push(week);
  return [...weeks, last];
};

/**
 * Forecasts when some work is done by playing the weeks to come 2,000 times, each week as one of the last ones at random (Monte
 * Carlo). `remaining` and `weekly` are numbers of units; the same seed and input give the same answer. A week's work is done by
 * the end of that week, counted from `asOf`. No value where nothing was done in those weeks.
 */
export const forecastOf = ({
  remaining,
  weekly,
  asOf,
  target,
  seed,
}: {
  remaining: number;
  weekly: readonly number[];
  asOf: number;
  target: number | null;
  seed: string;
}): Forecast | null => {
  if (!weekly.some((units) => units > 0)) return null;
  const shares = runningSums(doneAfter(remaining, weekly, seed)).map((done) => done / TRIALS);
  const dayAfter = (weeks: number): number => asOf + 7 * weeks;
  const shareAfter = (weeks: number): number => (weeks < 0 ? 0 : (shares[Math.min(weeks, MOST_WEEKS)] ?? 0));
  const untold = target === null || (remaining === 0 && target < asOf);
  return {
    remaining,
    weekly,
    trials: TRIALS,
    p50: dayAfter(firstWeek(shares, 0.5)),
    p85: dayAfter(firstWeek(shares, 0.85)),
    chance: untold ? null : shareAfter(Math.floor((target - asOf) / 7)),
    curve: weeksToShow(shares).map((weeks) => ({ day: dayAfter(weeks), share: shareAfter(weeks) })),
    truncated: shareAfter(MOST_WEEKS) < 1,
  };
};
