import fc from 'fast-check';
import { Cascade } from '../../../src/domain/strategy/cascade';
import type { CheckIn } from '../../../src/domain/strategy/checkIn';
import type { KeyResult } from '../../../src/domain/strategy/keyResult';
import type { Objective } from '../../../src/domain/strategy/objective';
import { objectiveFigures } from '../../../src/domain/strategy/objectiveFigures';
import { NO_WORK, type WorkSizes } from '../../../src/domain/work/work';
import { checkIn, keyResult, objective } from '../build';

/** So many units to do and so many done. */
const units = (todo: number, done: number): WorkSizes => {
  const sizes = { todo: todo * 1000, doing: 0, done: done * 1000 };
  return { ...NO_WORK, median: sizes, low: sizes, high: sizes };
};

const figuresOf = (
  objectives: Objective[],
  {
    own = {},
    keyResults = [],
    checkIns = [],
    asOf = 150,
  }: { own?: Record<string, WorkSizes>; keyResults?: KeyResult[]; checkIns?: CheckIn[]; asOf?: number },
) =>
  objectiveFigures({
    cascade: new Cascade(objectives),
    own: new Map(Object.entries(own)),
    keyResults,
    checkIns,
    asOf,
    cadenceDays: 30,
  });

/** Half of the time has passed on day 150. */
const dates = { start: 100, target: 200 };

describe('the figures of an objective', () => {
  const keyResults = [
    keyResult(1, { weight: 3 }),
    keyResult(2, { weight: 1, goal: { kind: 'reach', baseline: 40, target: 20 } }),
    keyResult(3, { weight: 9 }),
    keyResult(4, { objective: 'B' }),
  ];
  const checkIns = [
    checkIn(1, { day: 110, values: new Map([[1, 10]]), health: 'onTrack' }),
    checkIn(2, {
      day: 130,
      values: new Map([
        [1, 40],
        [2, 36],
      ]),
    }),
    checkIn(3, { day: 160, values: new Map([[1, 90]]), health: 'offTrack' }),
    checkIn(4, { day: 140, objective: 'B', values: new Map([[4, 100]]) }),
  ];
  const figures = (changes: Partial<Objective> = {}, asOf = 150) =>
    figuresOf([objective('A', { ...dates, ...changes }), objective('B', { parent: 'A' })], {
      own: { A: units(3, 1), B: units(1, 3) },
      keyResults,
      checkIns,
      asOf,
    }).get('A');

  test('follow from the work in its cascade: (1 + 3) ÷ 8 = 0.5, and from its key results: (3 × 0.4 + 1 × 0.2) ÷ 4 = 0.35', () => {
    const found = figures();
    expect(found?.work).toMatchObject({ done: 4, total: 8, progress: 0.5 });
    expect(found?.keyResultProgress).toBeCloseTo(0.35, 12);
    expect(found).toMatchObject({ key: 'A', plannedShare: 1, progress: 0.5, expected: 0.5, health: 'onTrack' });
  });

  test('show each key result as it stood, with its history, and none where nothing was measured', () => {
    expect(figures()?.keyResults).toEqual([
      {
        keyResult: keyResults[0],
        current: { day: 130, value: 40 },
        raw: 0.4,
        progress: 0.4,
        history: [
          { day: 110, value: 10 },
          { day: 130, value: 40 },
        ],
      },
      {
        keyResult: keyResults[1],
        current: { day: 130, value: 36 },
        raw: 0.2,
        progress: 0.2,
        history: [{ day: 130, value: 36 }],
      },
      { keyResult: keyResults[2], current: null, raw: null, progress: null, history: [] },
    ]);
  });

  test('are judged by the headline: work 0.5 is on track, key results 0.35 at risk (0.7 × 0.5), both 0.425', () => {
    expect(figures({ headline: 'work' })).toMatchObject({ progress: 0.5, health: 'onTrack' });
    expect(figures({ headline: 'keyResults' })).toMatchObject({ health: 'atRisk' });
    expect(figures({ headline: 'both' })?.progress).toBeCloseTo(0.425, 12);
    expect(figures({ headline: 'both' })?.health).toBe('atRisk');
  });

  test('stand beside what was stated last, up to the day one looks at', () => {
    expect(figures()).toMatchObject({ stated: null, lastCheckIn: 130 });
    expect(figures({}, 140)).toMatchObject({ stated: { health: 'onTrack', day: 110 }, lastCheckIn: 130 });
    expect(figures({}, 160)).toMatchObject({ stated: { health: 'offTrack', day: 160 }, lastCheckIn: 160 });
    expect(figures({}, 109)).toMatchObject({ stated: null, lastCheckIn: null, keyResultProgress: null });
  });

  test('count alike when it is archived', () => {
    expect(figures({ archived: true })).toEqual(figures());
  });

  test('have no health where it is not active, and a pending one before its start, without dates or without progress', () => {
    for (const status of ['draft', 'achieved', 'dropped'] as const) {
      expect(figures({ status })).toMatchObject({ health: null, plannedShare: 0, progress: 0.5 });
    }
    expect(figures({ start: 151 })).toMatchObject({ health: 'pending', expected: null });
    expect(figures({ target: null })).toMatchObject({ health: 'pending', expected: null });
    expect(figures({ headline: 'keyResults' }, 109)).toMatchObject({ health: 'pending', expected: 0.09 });
  });
});

test('without work and check-ins there is no progress, rather than 0', () => {
  const [figures] = [...figuresOf([objective('A', dates)], { keyResults: [keyResult(1)] }).values()];
  expect(figures).toMatchObject({ progress: null, keyResultProgress: null, health: 'pending', weakestChild: null });
  expect(figures?.work).toMatchObject({ total: 0, progress: null });
});

test('of both, the one that has a value counts alone', () => {
  const both = objective('A', { headline: 'both' });
  const measured = { keyResults: [keyResult(1)], checkIns: [checkIn(1, { values: new Map([[1, 30]]) })] };
  expect(figuresOf([both], { own: { A: units(1, 1) } }).get('A')?.progress).toBe(0.5);
  expect(figuresOf([both], measured).get('A')?.progress).toBe(0.3);
  expect(figuresOf([both], {}).get('A')?.progress).toBeNull();
});

test('a cascade that is broken still has figures: each objective of a circle and each of an unknown parent stands at the top', () => {
  const figures = figuresOf(
    [objective('X', { parent: 'Y' }), objective('Y', { parent: 'X' }), objective('Z', { parent: 'NOWHERE' })],
    { own: { X: units(1, 0), Y: units(0, 1), GONE: units(5, 5) } },
  );
  expect([...figures.values()].map(({ key, work, plannedShare }) => [key, work.total, plannedShare])).toEqual([
    ['X', 1, 1 / 3],
    ['Y', 1, 1 / 3],
    ['Z', 0, 1 / 3],
  ]);
});

describe('the weakest child', () => {
  /** Of children with so many of 100 units done, half of whose time has passed; name what differs. */
  const weakest = (...children: [done: number | null, changes?: Partial<Objective>][]) => {
    const keyed = children.map(([done, changes], index) => ({ key: `C${index + 1}`, done, changes }));
    const objectives = keyed.map(({ key, changes }) => objective(key, { parent: 'TOP', ...dates, ...changes }));
    const own = keyed.map(({ key, done }) => [key, done === null ? NO_WORK : units(100 - done, done)] as const);
    return figuresOf([objective('TOP'), ...objectives], { own: Object.fromEntries(own) }).get('TOP')?.weakestChild;
  };

  test('has the worst health: 30 % of 50 % is off track, 40 % at risk, 90 % on track', () => {
    expect(weakest([90], [30], [40])).toBe('C2');
    expect(weakest([90], [40])).toBe('C2');
  });

  test('of equal health is furthest behind its pace: 0.2 of 0.5 is further than 0.15 of 0.25, and any is than some of 0', () => {
    expect(weakest([15, { target: 300 }], [20])).toBe('C2');
    expect(weakest([1, { start: 150 }], [60])).toBe('C2');
  });

  test('without a pace has the least progress, and of equals comes first', () => {
    const undated = { start: null, target: null };
    expect(weakest([60, undated], [10, undated])).toBe('C2');
    expect(weakest([10], [10])).toBe('C1');
  });

  test('known to be on track comes before one that nothing is expected of yet', () => {
    expect(weakest([1, { start: 160 }], [90])).toBe('C2');
  });

  test('is none where no active child has any progress', () => {
    expect(weakest()).toBeNull();
    expect(weakest([null], [null])).toBeNull();
    expect(weakest([1, { status: 'draft' }], [1, { status: 'dropped' }])).toBeNull();
    expect(weakest([null], [90])).toBe('C2');
  });
});

test('finishing work never worsens the health of the objective, nor of one above it', () => {
  const rank = ['offTrack', 'atRisk', 'onTrack'];
  const count = fc.nat(20);
  fc.assert(
    fc.property(count, count, count, fc.integer({ min: 100, max: 200 }), (todo, done, above, asOf) => {
      const objectives = [objective('TOP', dates), objective('SUB', { ...dates, parent: 'TOP' })];
      const at = (finished: number) =>
        figuresOf(objectives, {
          own: { TOP: units(above, 1), SUB: units(todo - finished, done + finished) },
          asOf,
        });
      const [before, after] = [at(0), at(Math.ceil(todo / 2))];
      for (const key of ['TOP', 'SUB']) {
        const health = before.get(key)?.health ?? '';
        if (health === 'pending') continue;
        expect(rank.indexOf(after.get(key)?.health ?? '')).toBeGreaterThanOrEqual(rank.indexOf(health));
      }
    }),
  );
});

test('of check-ins on a draft only the current values count once it is active', () => {
  const checkIns = [
    checkIn(1, { day: 110, values: new Map([[1, 10]]) }),
    checkIn(2, { day: 120, values: new Map([[1, 20]]), health: 'offTrack', ofDraft: true }),
    checkIn(3, { day: 130, values: new Map([[1, 30]]), ofDraft: true }),
  ];
  const figures = (status: Objective['status']) =>
    figuresOf([objective('A', { status })], { keyResults: [keyResult(1)], checkIns, asOf: 140 }).get('A');
  expect(figures('active')).toMatchObject({
    keyResults: [
      {
        current: { day: 130, value: 30 },
        history: [
          { day: 110, value: 10 },
          { day: 130, value: 30 },
        ],
      },
    ],
    stated: null,
    lastCheckIn: 110,
  });
  expect(figures('draft')).toMatchObject({
    keyResults: [{ history: [{}, { day: 120 }, {}] }],
    stated: { health: 'offTrack' },
    lastCheckIn: 130,
  });
});
