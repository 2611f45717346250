import type { Foresight } from './foresight';
import type { TrackRecord } from './trackRecord';
import type { Standpoint } from './views';

/** When the work that is open now is over (done or dropped), in whole days. */
export type Forecast = {
  /** open units */
  remaining: number;
  /** units done in each of the last weeks */
  weekly: readonly number[];
  /** the day by which it is over with a chance of 50 %; `p85`: of 85 %. `null`: not within ten years */
  p50: number | null;
  p85: number | null;
  /**
   * the chance that it is over by the target day, 0…1; `null`: there is none, or it has passed and nothing remains, which
   * may have been done in time
   */
  chance: number | null;
  /** how earlier forecasts of 85 % of the same scope came true */
  record: TrackRecord;
};

/** As far as a forecast looks. */
export const MOST_YEARS = 10;
const MOST_DAYS = MOST_YEARS * 52 * 7;
const MOST_POINTS = 60;
/** A curve ends where it has this part of the chance in ten years, and hardly rises any more. */
const ALMOST_ALL = 0.99;

/** A point of a curve: the chance that the work is over by a day, 0…1. */
export type DayShare = { day: number; share: number };

/** What a forecast is made from. */
export type Outset = { foresight: Foresight; from: Standpoint };

const chanceBy = ({ foresight, from }: Outset, days: number): number => foresight.chanceOfEnd(from, days / 7);

/**
 * The number of days after which what is open is over with at least this chance; `null`: not within ten years.
 * @param least days below which it is known not to be
 */
export const daysUntil = (outset: Outset, chance: number, least = 0): number | null => {
  const isOver = (days: number): boolean => chanceBy(outset, days) >= chance;
  if (isOver(least)) return least;
  if (!isOver(MOST_DAYS)) return null;
  let [before, by] = [least, MOST_DAYS];
  while (by - before > 1) {
    const middle = Math.floor((before + by) / 2);
    if (isOver(middle)) by = middle;
    else before = middle;
  }
  return by;
};

/** The forecast of a scope, `null` if nothing was done in the last weeks. */
export const forecastOf = ({
  outset,
  remaining,
  weekly,
  asOf,
  target,
  record,
}: {
  outset: Outset;
  remaining: number;
  weekly: readonly number[];
  asOf: number;
  target: number | null;
  record: TrackRecord;
}): Forecast | null => {
  if (!weekly.some((units) => units > 0)) return null;
  const half = daysUntil(outset, 0.5);
  const most = half === null ? null : daysUntil(outset, 0.85, half);
  const untold = target === null || (remaining === 0 && target < asOf);
  return {
    remaining,
    weekly,
    p50: half === null ? null : asOf + half,
    p85: most === null ? null : asOf + most,
    chance: untold ? null : chanceBy(outset, Math.min(target - asOf, MOST_DAYS)),
    record,
  };
};

/**
 * The chance that what is open is over, by day: about 60 points, evenly spaced, until it hardly rises any more. Never
 * falls.
 */
export const curveOf = (outset: Outset, asOf: number): DayShare[] => {
  const last = daysUntil(outset, ALMOST_ALL * chanceBy(outset, MOST_DAYS)) ?? MOST_DAYS;
  const step = Math.max(1, Math.ceil(last / (MOST_POINTS - 1)));
  let share = 0;
  const points = [];
  for (let days = 0; days < last + step; days += step) {
    share = Math.max(share, chanceBy(outset, days));
    points.push({ day: asOf + days, share });
  }
  return points;
};
