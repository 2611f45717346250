import { oldestWeek } from '../../../../src/domain/forecast/alignmentTrend';
import { objectiveForecasts } from '../../../../src/domain/forecast/objectiveForecasts';
import { Cascade } from '../../../../src/domain/strategy/cascade';
import { type WeekSum, weekOf } from '../../../../src/domain/time/weeks';
import { objective } from '../../../domain/build';
import { madeHistories } from './madeHistories';
import type { ScopeHistory } from './scopeHistory';

type Units = ScopeHistory['units'];

/** The weeks that the app would have kept of an objective by a day: without what was dropped, what is older in the oldest. */
const weeksKept = (serves: string, units: Units, asOf: number): WeekSum[] => {
  const at = (day: number): number => Math.max(oldestWeek(asOf), weekOf(day));
  const sum = (week: number, added: number, done: number): WeekSum => ({
    serves,
    week,
    added: { units: added, size: 0 },
    done: { units: done, size: 0 },
  });
  return units.flatMap(({ created, over }) => [
    sum(at(created), 1, 0),
    ...(over !== null && over <= asOf ? [sum(at(over), 0, 1)] : []),
  ]);
};

/** What the app would have known of an objective on a day. */
const knownOn = ({ key, units }: ScopeHistory, asOf: number) => {
  const created = units.filter((unit) => unit.created <= asOf);
  const isOver = ({ over }: Units[number]): boolean => over !== null && over <= asOf;
  const dropped = created.filter((unit) => unit.dropped && isOver(unit)).length;
  const done = created.filter(isOver).length - dropped;
  const kept = created.filter((unit) => !(unit.dropped && isOver(unit)));
  return {
    weeks: weeksKept(key, kept, asOf),
    units: { open: created.length - done - dropped, done, dropped, blocked: 0 },
  };
};

/** Of the days that the app would have stated every fourth week, the share that came true, by the stated chance. */
const cameTrue = (histories: readonly ScopeHistory[], lastDay: number): Record<'p50' | 'p85', number> => {
  const cascade = new Cascade(histories.map(({ key }) => objective(key)));
  const hits = { p50: [] as boolean[], p85: [] as boolean[] };
  for (let asOf = YEAR; asOf < lastDay; asOf += 28) {
    const known = new Map(histories.map((history) => [history.key, knownOn(history, asOf)]));
    const weeks = [...known.values()].flatMap((of) => of.weeks);
    const counts = new Map([...known].map(([key, of]) => [key, of.units]));
    const forecasts = objectiveForecasts(weeks, cascade, asOf, counts);
    for (const { key, units } of histories) {
      const forecast = forecasts.get(key)?.forecast;
      if (!forecast || forecast.remaining === 0) continue;
      const later = units.flatMap(({ over }) => (over !== null && over > asOf ? [over] : [])).sort((a, b) => a - b);
      const over = later[forecast.remaining - 1] ?? Infinity;
      for (const chance of ['p50', 'p85'] as const) {
        const stated = forecast[chance];
        if (stated !== null && stated <= lastDay) hits[chance].push(over <= stated);
      }
    }
  }
  const share = (all: readonly boolean[]): number => all.filter(Boolean).length / all.length;
  return { p50: share(hits.p50), p85: share(hits.p85) };
};

const YEAR = 364;

test.each(['steady', 'a team that doubles'])(
  'of the weeks that the app keeps, days come true as often as they say: %s',
  (kind) => {
    const made = madeHistories('first').find(({ name }) => name === kind);
    const { p50, p85 } = cameTrue(made?.histories ?? [], made?.lastDay ?? 0);
    // A tenth of the units is dropped. Were they all to be done, of days stated with 50 % 64 and 70 % came true, and of 85 % 94 and 95 %.
    expect(Math.abs(p50 - 0.5)).toBeLessThan(0.08);
    expect(Math.abs(p85 - 0.85)).toBeLessThan(0.08);
  },
  60_000,
);
