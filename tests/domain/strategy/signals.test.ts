import { adaptabilityOf } from '../../../src/domain/scores/adaptability';
import { signalsOf } from '../../../src/domain/strategy/signals';
import { checkIn, keyResult } from '../build';
import { snapshot, state, strategyEvent } from '../buildStrategy';

const nothing = { snapshots: [], events: [], checkIns: [], window: { from: 11, to: 100 }, responseDays: 14 };

describe('a signal of health', () => {
  const signals = (...snapshots: Parameters<typeof signalsOf>[0]['snapshots'][number][]) =>
    signalsOf({ ...nothing, snapshots }).map(({ kind, day }) => [kind, day]);

  test('is raised when the recorded health turns worse, and again when it turns worse still', () => {
    expect(
      signals(
        snapshot(20),
        snapshot(21, { health: 'atRisk' }),
        snapshot(22, { health: 'atRisk' }),
        snapshot(23, { health: 'offTrack' }),
        snapshot(24, { health: 'atRisk' }),
        snapshot(25, { health: 'pending' }),
        snapshot(29, { health: 'offTrack' }),
      ),
    ).toEqual([
      ['atRisk', 21],
      ['offTrack', 23],
      ['offTrack', 29],
    ]);
  });

  test('is not raised by the first snapshot, since nothing is known from before', () => {
    expect(signals(snapshot(20, { health: 'offTrack' }))).toEqual([]);
  });

  test('compares the first day of the window with what was recorded before it, in whatever order', () => {
    expect(signals(snapshot(11, { health: 'atRisk' }), snapshot(9))).toEqual([['atRisk', 11]]);
    expect(signals(snapshot(9), snapshot(10, { health: 'atRisk' }), snapshot(11, { health: 'atRisk' }))).toEqual([]);
  });

  test('is of one objective, whatever others do', () => {
    expect(signals(snapshot(20, { objective: 'B' }), snapshot(21, { health: 'atRisk' }))).toEqual([]);
  });
});

describe('a stale signal', () => {
  test('is raised when an objective with open work is active no longer', () => {
    const events = [
      strategyEvent(20, { status: 'dropped' }, { openWork: 3 }),
      strategyEvent(21, { status: 'achieved' }),
      strategyEvent(22, { weight: 2 }, { openWork: 3 }),
      strategyEvent(23, { status: 'dropped' }, { openWork: 3, before: state({ status: 'draft' }) }),
      strategyEvent(5, { status: 'dropped' }, { openWork: 3 }),
    ];
    expect(signalsOf({ ...nothing, events })).toMatchObject([{ kind: 'stale', objective: 'A', day: 20, due: 34 }]);
  });

  test('is answered by a later snapshot that finds no open work', () => {
    const events = [strategyEvent(20, { status: 'dropped' }, { openWork: 3 })];
    const snapshots = [snapshot(19), snapshot(33, { openWork: 1 }), snapshot(34)];
    expect(signalsOf({ ...nothing, events, snapshots })).toMatchObject([{ answered: { day: 34, by: 'relink' } }]);
    expect(signalsOf({ ...nothing, events, snapshots, responseDays: 13 })).toMatchObject([{ answered: null }]);
  });

  test('is not answered by the change that raised it, but by a later one of the same day', () => {
    const dropped = strategyEvent(20, { status: 'dropped' }, { openWork: 3, revision: 4 });
    const again = { before: state({ status: 'dropped' }), revision: 5 };
    expect(signalsOf({ ...nothing, events: [dropped] })).toMatchObject([{ answered: null }]);
    expect(signalsOf({ ...nothing, events: [strategyEvent(20, {}, again), dropped] })).toMatchObject([
      { answered: { day: 20, by: 'change' } },
    ]);
  });
});

describe('an answer', () => {
  const snapshots = [snapshot(19), snapshot(20, { health: 'atRisk', openWork: 0 })];
  const answeredBy = (more: Partial<Parameters<typeof signalsOf>[0]>) =>
    signalsOf({ ...nothing, snapshots, ...more })[0]?.answered;

  test('is a check-in with a decision, from the day of the signal until it is due', () => {
    const decided = (day: number) => answeredBy({ checkIns: [checkIn(1, { day, decision: 'Add a tester' })] });
    expect(decided(20)).toEqual({ day: 20, by: 'decision' });
    expect(decided(34)).toEqual({ day: 34, by: 'decision' });
    expect(decided(19)).toBeNull();
    expect(decided(35)).toBeNull();
  });

  test('is not a check-in that only tells, nor one on another objective', () => {
    const checkIns = [
      checkIn(1, { day: 21, note: 'Oh dear', health: 'atRisk', decision: ' ' }),
      checkIn(2, { day: 21, decision: 'Add a tester', objective: 'B' }),
    ];
    expect(answeredBy({ checkIns })).toBeNull();
  });

  test.each([
    ['its target date', strategyEvent(25, { target: 300 })],
    ['its weight', strategyEvent(25, { weight: 2 })],
    ['its status', strategyEvent(25, { status: 'dropped' })],
    [
      'the target of a key result',
      strategyEvent(
        25,
        {},
        {
          before: state({}, [keyResult(1)]),
          after: state({}, [keyResult(1, { goal: { kind: 'reach', baseline: 0, target: 80 } })]),
        },
      ),
    ],
  ])('is a change of %s', (_, event) => {
    expect(answeredBy({ events: [event] })).toEqual({ day: 25, by: 'change' });
  });

  test('is no other change, nor that the objective was stated, nor open work that was never there', () => {
    const events = [
      strategyEvent(24, { title: 'Better words', owner: 'bo' }),
      strategyEvent(25, {}, { before: state({}, [keyResult(1)]), after: state({}, [keyResult(1, { title: 'New' })]) }),
      strategyEvent(26, { weight: 2 }, { before: null }),
    ];
    expect(answeredBy({ events })).toBeNull();
  });

  test('is the first of several, and none that is not known yet on the last day of the window', () => {
    const checkIns = [checkIn(1, { day: 30, decision: 'Late' }), checkIn(2, { day: 24, decision: 'Soon' })];
    expect(answeredBy({ checkIns, events: [strategyEvent(25, { weight: 2 })] })).toEqual({ day: 24, by: 'decision' });
    expect(answeredBy({ checkIns, window: { from: 11, to: 23 } })).toBeNull();
  });
});

test('adaptability is the share of the signals that were answered; none without signals', () => {
  const snapshots = [snapshot(19), snapshot(20, { health: 'atRisk' }), snapshot(60, { health: 'offTrack' })];
  const signals = signalsOf({ ...nothing, snapshots, checkIns: [checkIn(1, { day: 21, decision: 'Act' })] });
  expect(adaptabilityOf(signals)).toEqual({ value: 0.5, signals });
  expect(adaptabilityOf([]).value).toBeNull();
});
