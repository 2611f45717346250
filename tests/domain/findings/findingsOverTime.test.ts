import type { AlignmentPoint } from '../../../src/domain/forecast/alignmentTrend';
import type { WeekCell } from '../../../src/domain/time/weeks';
import { windowEnding } from '../../../src/domain/time/window';
import { checkIn, done, keyResult, objective } from '../build';
import { found, type Given, units } from './buildFindings';

describe('metrics that do not reinforce', () => {
  const objectives = [objective('A', { start: 0, target: 200 }), objective('B')];
  const five = units(5, (id) => done(id, 50, { tag: 'A' }));
  const reported = (day: number, value: number, id = 1) => checkIn(day, { day, values: new Map([[id, value]]) });
  const keyResults = [keyResult(1, { title: 'NPS', unit: 'points' })];

  test('is that no key result rose while work was done, as harmful as they are behind', () => {
    const checkIns = [reported(5, 20), reported(90, 20)];
    // Half of the time has passed: 0.5 × (0.5 − 0.2).
    expect(found('metricsDoNotReinforce', { objectives, items: five, keyResults, checkIns })).toEqual([
      {
        harm: 0.15,
        evidence: {
          kind: 'metricsDoNotReinforce',
          objective: 'A',
          done: 5,
          keyResults: [{ title: 'NPS', unit: 'points', from: 20, to: 20 }],
        },
      },
    ]);
  });

  test('compares with the baseline where no value was known, and without dates wants all of it', () => {
    const undated = [objective('A'), objective('B')];
    const fell = { items: five, keyResults, checkIns: [reported(90, -10)] };
    expect(found('metricsDoNotReinforce', { objectives: undated, ...fell })).toMatchObject([
      { harm: 0.5, evidence: { keyResults: [{ from: 0, to: -10 }] } },
    ]);
    expect(found('metricsDoNotReinforce', { objectives: undated, ...fell, checkIns: [reported(90, 1)] })).toEqual([]);
  });

  test('is none where one of several rose, below the baseline too', () => {
    const several = [keyResult(1), keyResult(2)];
    const checkIns = [reported(5, 20), reported(6, -50, 2), reported(90, 20), reported(91, -40, 2)];
    expect(found('metricsDoNotReinforce', { objectives, items: five, keyResults: several, checkIns })).toEqual([]);
  });

  test('is none where they are ahead of the pace, or what is to be maintained is', () => {
    const checkIns = [reported(5, 50), reported(90, 50)];
    expect(found('metricsDoNotReinforce', { objectives, items: five, keyResults, checkIns })).toEqual([]);
    const kept = [keyResult(1, { goal: { kind: 'maintain', low: 0, high: 60 } })];
    expect(found('metricsDoNotReinforce', { objectives, items: five, keyResults: kept, checkIns })).toEqual([]);
  });

  test('is what left its range, and not what came into it', () => {
    const range = [keyResult(1, { goal: { kind: 'maintain', low: 0, high: 60 } }), keyResult(2)];
    const left = [reported(5, 50), reported(90, 70)];
    expect(
      found('metricsDoNotReinforce', { objectives, items: five, keyResults: range, checkIns: left }),
    ).toMatchObject([{ harm: 0.25, evidence: { keyResults: [{ from: 50, to: 70 }] } }]);
    const came = [reported(89, 50), reported(90, 0, 2)];
    expect(found('metricsDoNotReinforce', { objectives, items: five, keyResults: range, checkIns: came })).toEqual([]);
  });

  test('is none without a value, or with less than a handful of units done in the window', () => {
    const checkIns = [reported(90, 0)];
    const [, ...four] = five;
    const long = done(9, 5, { tag: 'A' });
    expect(found('metricsDoNotReinforce', { objectives, items: five, keyResults })).toEqual([]);
    expect(found('metricsDoNotReinforce', { objectives, items: [...four, long], keyResults, checkIns })).toEqual([]);
  });

  test('counts the work of the objectives below', () => {
    const deep = [objective('A'), objective('A1', { parent: 'A' })];
    const below = units(5, (id) => done(id, 50, { tag: 'A1' }));
    expect(
      found('metricsDoNotReinforce', { objectives: deep, items: below, keyResults, checkIns: [reported(90, 0)] }),
    ).toMatchObject([{ harm: 1, evidence: { objective: 'A', done: 5 } }]);
  });
});

describe('strategic drift', () => {
  const point = (day: number, aligned: number, unlinked: number, recorded = true): AlignmentPoint => ({
    day,
    aligned,
    run: 0,
    stale: 0,
    unlinked,
    alignment: aligned + unlinked === 0 ? null : aligned / (aligned + unlinked),
    recorded,
  });
  const drift = (...trend: AlignmentPoint[]) => found('strategicDrift', { objectives: [objective('A')], trend });

  test('is a fall of alignment over the window', () => {
    const [from, to] = [point(11, 7, 3), point(100, 6, 4)];
    expect(drift(point(4, 10, 0), from, point(60, 9, 1), to)).toEqual([
      { harm: 0.1, evidence: { kind: 'strategicDrift', from, to } },
    ]);
  });

  test('is none where it rises, hardly falls, or is seen over days only', () => {
    expect(drift(point(11, 6, 4), point(100, 7, 3))).toEqual([]);
    expect(drift(point(11, 70, 30), point(100, 66, 34))).toEqual([]);
    expect(drift(point(80, 7, 3), point(100, 6, 4))).toEqual([]);
    expect(drift(point(11, 0, 0), point(100, 6, 4))).toEqual([]);
    expect(drift()).toEqual([]);
  });

  test('compares what was recorded once it spans three weeks, and until then what is reconstructed', () => {
    const before = [point(11, 9, 1, false), point(74, 8, 2, false)];
    expect(drift(...before, point(100, 3, 7))).toMatchObject([{ harm: 0.1, evidence: { to: { day: 74 } } }]);
    expect(drift(...before, point(79, 3, 7), point(100, 3, 7))).toEqual([]);
  });

  test('leaves out points with little effort, which few units swing', () => {
    expect(drift(point(11, 2, 0), point(40, 7, 3), point(100, 7, 3))).toEqual([]);
    expect(drift(point(11, 3, 0), point(40, 7, 3), point(100, 7, 3))).toMatchObject([
      { evidence: { from: { day: 11 } } },
    ]);
  });
});

describe('scope growth', () => {
  const week = (number: number, added: number, ended: number, serves = 'A'): WeekCell => ({
    project: 1,
    serves,
    week: number,
    added: { items: added, points: 0, unestimated: added },
    done: { items: ended, points: 0, unestimated: ended },
  });
  const growth = (weeks: WeekCell[], changes: Partial<Given> = {}) =>
    found('scopeGrowth', { objectives: [objective('A'), objective('B')], weeks, ...changes });

  test('is work added as fast as it is done, in the full weeks of the window', () => {
    expect(growth([week(1, 20, 3), week(2, 2, 1), week(13, 3, 4), week(14, 50, 0)])).toEqual([
      { harm: 0.1, evidence: { kind: 'scopeGrowth', objective: 'A', before: 20, added: 5, done: 5, from: 11, to: 94 } },
    ]);
  });

  test('is none where more is done than added, where little is added, or where nothing was there before', () => {
    expect(growth([week(1, 20, 3), week(5, 5, 6)])).toEqual([]);
    expect(growth([week(1, 20, 3), week(5, 4, 0)])).toEqual([]);
    expect(growth([week(1, 60, 3), week(5, 5, 0)])).toEqual([]);
    expect(growth([week(5, 20, 0)])).toEqual([]);
  });

  test('takes what is added before the start for the plan', () => {
    const started = (start: number) => ({ objectives: [objective('A', { start }), objective('B')] });
    const weeks = [week(5, 20, 0), week(7, 5, 2)];
    expect(growth(weeks, started(40))).toMatchObject([
      { harm: 0.1, evidence: { before: 20, added: 5, done: 2, from: 46 } },
    ]);
    expect(growth(weeks, started(47))).toEqual([]);
    expect(growth(weeks, started(75))).toEqual([]);
  });

  test('looks at thirteen weeks at most, since trends show no more', () => {
    expect(growth([week(0, 20, 0), week(1, 5, 0)], { window: windowEnding(100, 365) })).toMatchObject([
      { evidence: { before: 20, added: 5, from: 4 } },
    ]);
    expect(growth([week(-1, 20, 0), week(0, 5, 0)], { window: windowEnding(100, 365) })).toEqual([]);
  });

  test('is sized in the measure', () => {
    const sizing = { measure: 'points', typical: new Map([[1, { median: 2000, low: 1000, high: 3000 }]]) } as const;
    expect(growth([week(1, 20, 3), week(5, 5, 1)], { sizing })).toMatchObject([
      { evidence: { before: 40, added: 10, done: 2 } },
    ]);
  });
});
