import { reaches } from '../reaches';
import { fromThousandths } from '../work/tally';
import { TREND_WEEKS } from '../forecast/trend';
import { firstDayOf, lastDayOf, weekOf, type WeekSum } from '../time/weeks';
import { sumOfSeries, weekSeries } from '../time/weekSeries';
import { onePerChain } from './onePerChain';
import { HANDFUL, planned } from './planned';
import type { Finding, FindingsInput } from './types';

/** Fewest full weeks to look at; in less time one planning day looks like growth. Every window holds as many. */
const FEWEST_WEEKS = 3;
/** Least growth; less is what one usually finds out while working. */
const LEAST_GROWTH = 0.1;

/** The first week that begins on this day or later. */
const firstWeekFrom = (day: number): number => weekOf(day - 1) + 1;

const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

/**
 * Objectives to which at least as much work was added in the window as was done: they do not come nearer to their end.
 *
 * Only weeks wholly inside the window and after the objective's start count (work added before is its plan), at most
 * the 13 of a trend.
 *
 * Harm: planned share × added ÷ (added + all work before).
 */
export const scopeGrowth = (input: FindingsInput): Finding<'scopeGrowth'>[] => {
  const { weeks, window, cascade } = input;
  const lastWeek = weekOf(window.to + 1) - 1;
  const firstWeek = Math.max(firstWeekFrom(window.from), lastWeek - TREND_WEEKS + 1);
  // The first place holds everything before the first week.
  const places = lastWeek - firstWeek + 2;
  const seriesOf = (size: (sum: WeekSum) => number): ((key: string) => number[]) => {
    const place = (week: number): number => Math.max(0, week - firstWeek + 1);
    const own = weekSeries(weeks, { places, key: ({ serves }) => serves, place, size });
    return (key) => sumOfSeries(cascade.subtree(key), own, places);
  };
  const units = seriesOf((sum) => sum.added.units);
  const added = seriesOf((sum) => sum.added.size);
  const done = seriesOf((sum) => sum.done.size);

  const found = planned(input).flatMap(({ objective: { key, start }, plannedShare }): Finding<'scopeGrowth'>[] => {
    const from = start === null ? firstWeek : Math.max(firstWeek, firstWeekFrom(start));
    if (lastWeek - from + 1 < FEWEST_WEEKS) return [];
    const since = from - firstWeek + 1;
    const sizes = added(key);
    const before = sumOf(sizes.slice(0, since));
    const grown = sumOf(sizes.slice(since));
    const ended = sumOf(done(key).slice(since));
    if (before === 0 || sumOf(units(key).slice(since)) < HANDFUL) return [];
    if (!reaches(grown, before * LEAST_GROWTH) || !reaches(grown, ended)) return [];
    return [
      {
        harm: plannedShare * (grown / (grown + before)),
        evidence: {
          kind: 'scopeGrowth',
          objective: key,
          before: fromThousandths(before),
          added: fromThousandths(grown),
          done: fromThousandths(ended),
          from: firstDayOf(from),
          to: lastDayOf(lastWeek),
        },
      },
    ];
  });
  return onePerChain(found, cascade);
};
