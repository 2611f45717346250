import type { Day, Forecast, KeyResult, ObjectiveRef, PortfolioObjective } from '../../../src/contract';
import { work } from './samples';
import { asDay } from '../../domain/days';

export const objectiveRef = (key: string, title: string, status: ObjectiveRef['status'] = 'active'): ObjectiveRef => ({
  key,
  title,
  status,
});

/** An objective about which nothing is known but its name; what is given stands. */
export const portfolioObjective = (
  objective: ObjectiveRef,
  known: Partial<PortfolioObjective> = {},
): PortfolioObjective => ({
  objective,
  parent: null,
  owner: null,
  perspective: null,
  start: null,
  target: null,
  weight: null,
  headline: 'work',
  archived: false,
  plannedShare: 0,
  effort: 0,
  effortShare: null,
  work: work(0, 0, 0),
  blocked: 0,
  keyResults: [],
  keyResultProgress: null,
  progress: null,
  expected: null,
  health: objective.status === 'active' ? 'pending' : null,
  stated: null,
  weakestChild: null,
  forecast: null,
  trend: [],
  lastCheckIn: null,
  activeSince: null,
  ...known,
});

/** A line from one number to another, a week apart, ending on the day of the samples. */
const weekly = (from: number, to: number, points: number): number[] =>
  Array.from({ length: points }, (_, at) => Math.round(from + ((to - from) * at) / (points - 1)));

const weekBefore = (weeks: number): Day => asDay('2026-11-23') - weeks * 7;

const workTrend = (done: [number, number], total: [number, number]): PortfolioObjective['trend'] => {
  const totals = weekly(...total, 14);
  return weekly(...done, 14).map((value, at) => ({
    day: weekBefore(13 - at),
    done: value,
    total: totals[at] ?? 0,
    recorded: at >= 5,
  }));
};

export const keyResult = (
  id: number,
  title: string,
  unit: string,
  [baseline, target]: [number, number],
  values: number[],
): KeyResult => {
  const current = values.at(-1);
  const raw = current === undefined ? null : (current - baseline) / (target - baseline);
  const history = values.map((value, at) => ({ day: weekBefore(2 * (values.length - 1 - at) + 1), value }));
  return {
    id,
    title,
    unit,
    goal: { kind: 'reach', baseline, target },
    weight: null,
    current: current === undefined ? null : { value: current, day: weekBefore(1) },
    raw,
    progress: raw === null ? null : Math.min(1, Math.max(0, raw)),
    history,
  };
};

const forecast = (remaining: number, p50: Day, p85: Day, chance: number | null): Forecast => ({
  remaining,
  weekly: [1, 2, 0, 3, 1, 2, 2, 1, 0, 2, 3, 1],
  p50,
  p85,
  chance,
  record: { due: 6, cameTrue: 5 },
});

const year = { start: asDay('2026-07-01'), target: asDay('2027-03-31') };

export const objectives: PortfolioObjective[] = [
  portfolioObjective(objectiveRef('OBJ-1', 'Win market share through superior service'), {
    ...year,
    owner: 'amara',
    perspective: 'financial',
    weight: 60,
    headline: 'both',
    plannedShare: 0.6,
    effort: 42,
    effortShare: 0.7,
    work: work(26, 8, 34),
    blocked: 3,
    keyResults: [
      keyResult(1, 'Market share', '%', [11.5, 14], [11.6, 11.9, 12.1, 12.4]),
      keyResult(2, 'Omnichannel sales', 'M€', [4, 9], [4.2, 4.8, 5.9, 6.6]),
    ],
    keyResultProgress: 0.44,
    progress: 0.47,
    expected: 0.531,
    health: 'atRisk',
    stated: { health: 'onTrack', day: asDay('2026-11-10'), author: 'amara' },
    weakestChild: 'OBJ-8',
    forecast: forecast(34, asDay('2027-02-15'), asDay('2027-03-22'), 0.88),
    trend: workTrend([12, 34], [52, 68]),
    lastCheckIn: asDay('2026-11-16'),
  }),
  portfolioObjective(objectiveRef('OBJ-2', 'Seamless shopping on every channel'), {
    ...year,
    parent: 'OBJ-1',
    owner: 'hana',
    perspective: 'customer',
    weight: 50,
    plannedShare: 0.3,
    effort: 33,
    effortShare: 0.55,
    work: work(20, 7, 25),
    blocked: 3,
    keyResults: [keyResult(3, 'Net promoter score', 'points', [31, 45], [31, 33, 36, 38])],
    keyResultProgress: 0.5,
    progress: 0.48,
    expected: 0.531,
    health: 'onTrack',
    weakestChild: 'OBJ-8',
    forecast: forecast(27, asDay('2027-02-01'), asDay('2027-03-08'), 0.93),
    trend: workTrend([8, 25], [41, 52]),
    lastCheckIn: asDay('2026-11-16'),
  }),
  portfolioObjective(objectiveRef('OBJ-8', 'One basket on phone, web and till'), {
    ...year,
    parent: 'OBJ-2',
    owner: 'mateo',
    perspective: 'internalProcess',
    plannedShare: 0.3,
    effort: 22,
    effortShare: 22 / 60,
    work: work(14, 4, 8),
    blocked: 3,
    progress: 8 / 26,
    expected: 0.531,
    health: 'offTrack',
    forecast: forecast(18, asDay('2027-04-12'), asDay('2027-06-21'), 0.21),
    trend: workTrend([4, 8], [14, 26]),
    lastCheckIn: asDay('2026-10-26'),
  }),
  portfolioObjective(objectiveRef('OBJ-5', 'Every question answered within the hour'), {
    ...year,
    parent: 'OBJ-1',
    owner: 'hana',
    perspective: 'customer',
    weight: 50,
    headline: 'keyResults',
    plannedShare: 0.3,
    effort: 9,
    effortShare: 0.15,
    work: work(6, 1, 9),
    keyResults: [
      keyResult(4, 'Customer satisfaction (CSAT)', '%', [78, 90], [78, 78, 78, 78]),
      keyResult(5, 'Answer time', 'min', [240, 60], [220, 160, 110, 95]),
    ],
    keyResultProgress: 0.4028,
    progress: 0.4028,
    expected: 0.531,
    health: 'atRisk',
    trend: workTrend([2, 9], [13, 16]),
    lastCheckIn: asDay('2026-11-16'),
  }),
  portfolioObjective(objectiveRef('OBJ-3', 'Stores people like to work in'), {
    ...year,
    owner: 'amara',
    perspective: 'learningAndGrowth',
    weight: 25,
    plannedShare: 0.25,
    effort: 3,
    effortShare: 0.05,
    work: work(8, 1, 4),
    progress: 4 / 13,
    expected: 0.531,
    health: 'offTrack',
    trend: workTrend([3, 4], [12, 13]),
    weakestChild: 'OBJ-6',
    lastCheckIn: asDay('2026-08-17'),
  }),
  portfolioObjective(objectiveRef('OBJ-6', 'تجربة تسوق سلسة في كل متجر 🛍️'), {
    parent: 'OBJ-3',
    perspective: 'learningAndGrowth',
    plannedShare: 0.25,
    effortShare: 0,
  }),
  portfolioObjective(objectiveRef('OBJ-4', 'Run a lean supply chain'), {
    ...year,
    owner: 'jonas',
    perspective: 'internalProcess',
    weight: 15,
    plannedShare: 0.15,
    effort: 12,
    effortShare: 0.2,
    work: work(8, 2, 14),
    keyResults: [
      {
        ...keyResult(6, 'Stock accuracy', '%', [0, 1], [97.2, 98.1, 98.6]),
        goal: { kind: 'maintain', low: 98, high: 100 },
        raw: 1,
        progress: 1,
      },
    ],
    keyResultProgress: 1,
    progress: 14 / 24,
    expected: 0.531,
    health: 'onTrack',
    forecast: forecast(10, asDay('2027-01-04'), asDay('2027-01-18'), 0.99),
    trend: workTrend([5, 14], [20, 24]),
    lastCheckIn: asDay('2026-11-09'),
  }),
  portfolioObjective(objectiveRef('OBJ-14', 'Sell through a partner’s marketplace', 'dropped'), {
    perspective: 'financial',
    effort: 3,
    effortShare: 0.05,
    work: work(3, 4, 3),
    progress: 0.3,
  }),
  portfolioObjective(objectiveRef('OBJ-15', 'Same-day delivery in cities', 'draft'), { owner: 'mateo' }),
];
