import fc from 'fast-check';
import { alignmentTrend, doneWeeks } from '../../../src/domain/forecast/alignmentTrend';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { formatDay, parseDay } from '../../../src/domain/time/day';
import { unitsOf } from '../../../src/domain/reference/hierarchy';
import { mixOf } from '../../../src/domain/work/mix';
import { provenanceOf } from '../../../src/domain/work/provenance';
import { rollUp } from '../../../src/domain/reference/rollUp';
import type { Sizing } from '../../../src/domain/work/sizing';
import type { ObjectiveSnapshot, ProjectSnapshot } from '../../../src/domain/strategy/snapshot';
import { EMPTY_TALLY, tallyOf, type Tally } from '../../../src/domain/work/tally';
import { trendDays } from '../../../src/domain/forecast/trend';
import { type WeekCell, weekOf } from '../../../src/domain/time/weeks';
import { windowEnding } from '../../../src/domain/time/window';
import { workBelow, workByObjective } from '../../../src/domain/work/work';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { workTrends } from '../../../src/domain/forecast/workTrend';
import { anyWorkItems } from '../arbitrary';
import { objective } from '../build';
import { sumWeeks } from '../time/sumWeeks';

/** A Thursday in week 2904, which begins on Monday 2025-08-25. */
const THURSDAY = parseDay('2025-08-28') ?? NaN;
const SUNDAY = THURSDAY + 3;
const WEEK = weekOf(THURSDAY);

const ITEMS: Sizing = { measure: 'items', typical: new Map() };
const POINTS: Sizing = { measure: 'points', typical: new Map([[1, { median: 2500, low: 1000, high: 8000 }]]) };

const items = (count: number): Tally => ({ items: count, points: 0, unestimated: count });

/** A week of project 1, so many weeks before that of the Thursday. */
const cell = (weeksAgo: number, serves: string | null, added: number, done: number, project = 1): WeekCell => ({
  project,
  serves,
  week: WEEK - weeksAgo,
  added: items(added),
  done: items(done),
});

const cascade = new Cascade([
  objective('A'),
  objective('B', { parent: 'A' }),
  objective('OLD', { status: 'achieved' }),
]);

/** The week cells that work items make, as weeks.ts describes them. Nothing is done before it is there. */
const weekCells = (all: readonly WorkItem[]): WeekCell[] => {
  const byId = new Map(all.map((item) => [item.id, item]));
  return unitsOf(all)
    .filter(({ outcome }) => outcome !== 'dropped')
    .flatMap((unit): WeekCell[] => {
      const provenance = provenanceOf(unit, byId);
      const base = { project: unit.project, serves: provenance.kind === 'none' ? null : provenance.serves };
      const tally = tallyOf(unit.estimate);
      const added = { ...base, week: weekOf(unit.created), added: tally, done: EMPTY_TALLY };
      if (unit.outcome !== 'done') return [added];
      const ended = Math.max(unit.created, unit.ended ?? unit.created);
      return [added, { ...base, week: weekOf(ended), added: EMPTY_TALLY, done: tally }];
    });
};

test('a trend has a point for the Sunday of each of the 13 weeks before, and one for the day itself', () => {
  const shown = trendDays(THURSDAY).map(formatDay);
  expect(shown).toHaveLength(14);
  expect([shown[0], shown[12], shown[13]]).toEqual(['2025-06-01', '2025-08-24', '2025-08-28']);
  expect(trendDays(SUNDAY).map(formatDay).slice(12)).toEqual(['2025-08-24', '2025-08-31']);
});

describe('the trend of work', () => {
  const weeks = [cell(20, 'A', 3, 1), cell(2, 'B', 2, 0), cell(1, 'B', 0, 1), cell(0, 'A', 4, 0), cell(5, null, 9, 9)];
  type Changes = { snapshots?: readonly ObjectiveSnapshot[]; sizing?: Sizing };
  const trend = ({ snapshots = [], sizing = ITEMS }: Changes = {}) =>
    workTrends({ cascade, weeks: sumWeeks(weeks, sizing), snapshots, measure: sizing.measure, asOf: THURSDAY });
  const pairs = (key: string, changes: Changes = {}) =>
    trend(changes)
      .get(key)
      ?.map(({ total, done }) => [total, done]);

  test('adds up what was created and done: 3 at first, 2 more a fortnight ago, 4 more this week; done 1, and 1 more last week', () => {
    expect(pairs('A')).toEqual([...new Array<number[]>(11).fill([3, 1]), [5, 1], [5, 2], [9, 2]]);
    expect(pairs('B')).toEqual([...new Array<number[]>(11).fill([0, 0]), [2, 0], [2, 1], [2, 1]]);
    expect(
      trend()
        .get('A')
        ?.map(({ recorded }) => recorded),
    ).toEqual([...new Array<boolean>(13).fill(false), true]);
  });

  test('sizes in points take unestimated units at the median: 3 × 2.5', () => {
    expect(trend({ sizing: POINTS }).get('A')?.[0]).toMatchObject({ total: 7.5, done: 2.5 });
  });

  const snapshot = (day: number, done: number): ObjectiveSnapshot => ({
    objective: 'A',
    day,
    items: { todo: 10, doing: 5, done },
    points: { todo: 20_000, doing: 500, done: done * 1000 },
    keyResultProgress: null,
    health: 'onTrack',
    openWork: 0,
  });

  test('shows what was recorded: the newest of a week on its own day, and today as it is now', () => {
    const [lastSunday, thisMonday] = [THURSDAY - 4, THURSDAY - 3];
    const snapshots = [
      snapshot(lastSunday - 2, 6),
      snapshot(lastSunday - 1, 7),
      snapshot(lastSunday - 3, 5),
      snapshot(lastSunday - 7, 4),
      snapshot(thisMonday, 99),
      snapshot(THURSDAY + 1, 99),
    ];
    expect(trend({ snapshots }).get('A')?.slice(-4)).toEqual([
      { day: lastSunday - 14, total: 3, done: 1, recorded: false },
      { day: lastSunday - 7, total: 19, done: 4, recorded: true },
      { day: lastSunday - 1, total: 22, done: 7, recorded: true },
      { day: THURSDAY, total: 9, done: 2, recorded: true },
    ]);
    expect(trend({ snapshots, sizing: POINTS }).get('A')?.at(-2)).toMatchObject({ total: 27.5, done: 7 });
    expect(pairs('B', { snapshots })).toEqual(pairs('B'));
  });

  test('ends at the figures of today, and never shows more done than there is, nor less than before', () => {
    const today = 40;
    fc.assert(
      fc.property(anyWorkItems, fc.constantFrom(ITEMS, POINTS), (all, sizing) => {
        const own = workByObjective(rollUp(all, windowEnding(today, 90)), sizing);
        const weeks = sumWeeks(weekCells(all), sizing);
        const trends = workTrends({ cascade, weeks, snapshots: [], measure: sizing.measure, asOf: today });
        for (const [key, points] of trends) {
          const { total, done } = workBelow(cascade.subtree(key), own);
          expect(points.at(-1)?.total).toBeCloseTo(total, 9);
          expect(points.at(-1)?.done).toBeCloseTo(done, 9);
          points.forEach((point, at) => {
            expect(point.done).toBeLessThanOrEqual(point.total);
            expect(point.total).toBeGreaterThanOrEqual(points[at - 1]?.total ?? 0);
            expect(point.done).toBeGreaterThanOrEqual(points[at - 1]?.done ?? 0);
          });
        }
      }),
    );
  });
});

describe('the trend of alignment', () => {
  const weeks = [
    cell(26, 'RUN', 0, 9),
    cell(25, null, 0, 1),
    cell(13, 'A', 0, 3),
    cell(12, 'OLD', 0, 2),
    cell(1, 'GONE', 0, 4),
    cell(0, 'RUN', 0, 1),
    cell(0, 'A', 8, 0),
  ];
  type Changes = Partial<Omit<Parameters<typeof alignmentTrend>[0], 'measure'>> & { sizing?: Sizing };
  const trend = ({ sizing = ITEMS, ...changes }: Changes = {}) =>
    alignmentTrend({
      weeks: doneWeeks(sumWeeks(weeks, sizing), cascade.statusOf),
      snapshots: [],
      measure: sizing.measure,
      asOf: THURSDAY,
      today: null,
      ...changes,
    });
  const none = { aligned: 0, run: 0, stale: 0, unlinked: 0, alignment: null };

  test('looks at what was done in the 13 weeks up to each point, by what it counts as today', () => {
    const points = trend();
    // 13 weeks ago: the weeks 25 … 13 back, 3 aligned of 4
    expect(points[0]).toEqual({
      ...none,
      day: trendDays(THURSDAY)[0],
      aligned: 3,
      unlinked: 1,
      alignment: 0.75,
      recorded: false,
    });
    // a week later the unlinked one is out, and work for an objective that was achieved since stays aligned
    expect(points[1]).toMatchObject({ aligned: 5, unlinked: 0, alignment: 1 });
    // last week: the weeks 13 … 1 back, 5 aligned, 4 for an objective that is unknown
    expect(points[12]).toMatchObject({ aligned: 5, stale: 4, alignment: 5 / 9, run: 0 });
    // today: the weeks 12 … 0 back
    expect(points[13]).toMatchObject({
      day: THURSDAY,
      aligned: 2,
      stale: 4,
      run: 1,
      alignment: 1 / 3,
      recorded: false,
    });
  });

  test('has no value where nothing was done', () => {
    expect(trend({ weeks: [] }).map(({ alignment }) => alignment)).toEqual(new Array(14).fill(null));
  });

  const snapshot = (project: number, day: number, aligned: number, unlinked: number): ProjectSnapshot => ({
    project,
    day,
    planned: null,
    items: { aligned, run: 1, stale: 0, unlinked },
    points: { aligned: aligned * 500, run: 0, stale: 1000, unlinked: 0 },
  });
  const lastSunday = THURSDAY - 4;
  const snapshots = [
    snapshot(1, lastSunday, 3, 1),
    snapshot(2, lastSunday, 6, 2),
    snapshot(1, lastSunday - 1, 50, 50),
    snapshot(1, THURSDAY - 1, 8, 2),
    snapshot(1, THURSDAY + 1, 50, 50),
  ];

  test('adds up what was recorded of the projects on the last day of each week that has any', () => {
    expect(trend({ snapshots }).slice(-2)).toEqual([
      { day: lastSunday, aligned: 9, run: 2, stale: 0, unlinked: 3, alignment: 0.75, recorded: true },
      { day: THURSDAY - 1, aligned: 8, run: 1, stale: 0, unlinked: 2, alignment: 0.8, recorded: true },
    ]);
    expect(trend({ snapshots, sizing: POINTS }).at(-2)).toMatchObject({ aligned: 4.5, stale: 2, alignment: 4.5 / 6.5 });
    expect(trend({ snapshots }).at(-3)?.recorded).toBe(false);
  });

  test('ends at the effort of today where that is known', () => {
    const today = { aligned: 7, run: 2, stale: 0, unlinked: 7, alignment: 0.5 };
    expect(trend({ snapshots, today }).at(-1)).toEqual({ ...today, day: THURSDAY, recorded: true });
  });

  test('adds up over the projects, and counts all that was done in 13 weeks as today’s roll-up does', () => {
    const sunday = 38;
    const window = { from: sunday - 13 * 7 + 1, to: sunday };
    fc.assert(
      fc.property(anyWorkItems, fc.constantFrom(ITEMS, POINTS), (all, sizing) => {
        const cells = weekCells(all);
        const of = (weeks: WeekCell[]) =>
          alignmentTrend({
            weeks: doneWeeks(sumWeeks(weeks, sizing), cascade.statusOf),
            snapshots: [],
            measure: sizing.measure,
            asOf: sunday,
            today: null,
          });
        const whole = of(cells);
        const parts = [1, 2, 3].map((project) => of(cells.filter((each) => each.project === project)));
        const done = rollUp(all, window).map((each) => ({ ...each, doing: EMPTY_TALLY, doneInWindow: each.done }));
        const now = mixOf(done, 'effort', sizing, cascade.statusOf);
        for (const standing of ['aligned', 'run', 'stale', 'unlinked'] as const) {
          expect(whole.at(-1)?.[standing]).toBeCloseTo(now[standing], 9);
          whole.forEach((point, at) => {
            const sum = parts.reduce((all, part) => all + (part[at]?.[standing] ?? NaN), 0);
            expect(sum).toBeCloseTo(point[standing], 9);
          });
        }
      }),
    );
  });
});
