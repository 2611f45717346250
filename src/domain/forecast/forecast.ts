import { drawsBelow, randomAt, seedOf } from './random';
import { runningSums } from '../time/runningSums';

/** When the remaining work is done, if coming weeks are like the last ones. */
export type Forecast = {
  remaining: number;
  weekly: readonly number[];
  trials: number;
  /** the day by which half of the trials are done, a whole number of weeks after `asOf`; `p85`: 85 of 100 */
  p50: number;
  p85: number;
  /**
   * share of trials done by the target day, 0…1; `null`: there is none, or it has passed and nothing remains, which may
   * have been done in time
   */
  chance: number | null;
  /**
   * share of trials done by each day, from the last day without any to that of the last trial; at most 60 points,
   * evenly spaced except the last
   */
  curve: readonly { day: number; share: number }[];
  /**
   * some trials did not end within the ten simulated years and count as not done; `p50` or `p85` may then be the last
   * day
   */
  truncated: boolean;
};

const TRIALS = 2000;
/** Weeks that are simulated: ten years. */
export const MOST_WEEKS = 520;
const MOST_POINTS = 60;

/**
 * How many trials are done after each number of weeks. The sum is below `TRIALS` if some did not end. Each trial has
 * its own random numbers, so more throughput or less work never makes a trial end later.
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

/** The first number of weeks after which a share of the trials is done, else the last simulated. */
const firstWeek = (shares: readonly number[], wanted: number): number => {
  const week = shares.findIndex((share) => share >= wanted);
  return week === -1 ? MOST_WEEKS : week;
};

/** The weeks to show: evenly spaced ones while the share rises, and the last. */
const weeksToShow = (shares: readonly number[]): number[] => {
  const last = firstWeek(shares, 1);
  const first = Math.max(0, shares.findIndex((share) => share > 0) - 1);
  const step = Math.max(1, Math.ceil((last - first) / (MOST_POINTS - 1)));
  const weeks = [];
  for (let week = first; week < last; week += step) weeks.push(week);
  return [...weeks, last];
};

/**
 * Forecasts when work is done, by Monte Carlo simulation: 2,000 trials, in each of which every coming week repeats one
 * of the last weeks at random. A week's work is done at its end, counted from `asOf`. Deterministic: the same seed and
 * input give the same answer.
 * @param remaining open units
 * @param weekly units done in each of the last weeks
 * @returns `null` if nothing was done in those weeks
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
