import type { Scope } from '../../../../src/domain/forecast/replay';
import { WEEKS_BEFORE } from '../../../../src/domain/forecast/replay';
import { WEEKS_BETWEEN } from '../../../../src/domain/forecast/foresight';
import { openWeekly } from '../../../../src/domain/forecast/weeklyCounts';
import type { ScopeHistory } from './scopeHistory';

/** A scope with the days on which its units were over. */
export type ReplayedScope = Scope & { overDays: readonly number[] };

/**
 * The weeks of a scope that end by a day. Week 0 ends with the day on which the first unit was created, so that every
 * as-of day of the backtest, twelve weeks later and then every fourth week, ends a week.
 */
export const weeklyHistory = ({ key, units }: Omit<ScopeHistory, 'kind'>, lastDay: number): ReplayedScope => {
  const firstWeekEnds = Math.min(...units.map(({ created }) => created));
  const weeks = Math.floor((lastDay - firstWeekEnds) / 7) + 1;
  const none = (): number[] => new Array<number>(weeks).fill(0);
  const counts = { added: none(), done: none(), dropped: none() };
  const count = (of: number[], day: number): void => {
    const week = Math.ceil((day - firstWeekEnds) / 7);
    if (week < weeks) of[week] = (of[week] ?? 0) + 1;
  };
  for (const { created, over, dropped } of units) {
    count(counts.added, created);
    if (over !== null) count(dropped ? counts.dropped : counts.done, over);
  }
  const asOfs = [];
  for (let week = WEEKS_BEFORE; week < weeks; week += WEEKS_BETWEEN) asOfs.push(week);
  return {
    key,
    counts: { ...counts, open: openWeekly(counts) },
    firstWeekEnds,
    asOfs,
    overDays: units.flatMap(({ over }) => (over === null ? [] : [over])).sort((a, b) => a - b),
  };
};
