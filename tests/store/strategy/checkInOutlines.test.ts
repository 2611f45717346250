import fc from 'fast-check';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { type CheckIn, type CheckInOutline, publicOf } from '../../../src/domain/strategy/checkIn';
import { communicationOf } from '../../../src/domain/scores/communication';
import { monitoringOf } from '../../../src/domain/scores/monitoring';
import { metricsDoNotReinforce } from '../../../src/domain/findings/metricsDoNotReinforce';
import { objectiveFigures } from '../../../src/domain/strategy/objectiveFigures';
import { signalsOf } from '../../../src/domain/strategy/signals';
import { checkInOutlines } from '../../../src/store/strategy/checkInOutlines';
import { storeCheckIn } from '../../../src/store/strategy/checkIns';
import { restoreMeasurements } from '../../../src/store/strategy/measurements';
import { objectiveIds, storeRevised } from '../../../src/store/strategy/objectives';
import { database } from '../../../src/store/sql/database';
import { checkIn, keyResult, objective } from '../../domain/build';
import { snapshot } from '../../domain/buildStrategy';
import { onEachEngine } from '../onEachEngine';

jest.setTimeout(120_000);

const WINDOW = { from: 40, to: 60 };
const KEYS = ['A', 'B', 'C'];
// C is a draft, whose own check-ins its figures show.
const OBJECTIVES = KEYS.map((key) => objective(key, key === 'C' ? { status: 'draft' } : {}));
const KEY_RESULTS = [1, 2, 3, 4, 5].map((id) => keyResult(id, { objective: KEYS[Math.floor((id - 1) / 2)] ?? '' }));

const said = fc.record({
  objective: fc.constantFrom(...KEYS),
  day: fc.integer({ min: 0, max: 70 }),
  note: fc.constantFrom(null, 'A note'),
  decision: fc.constantFrom(null, 'A decision'),
  health: fc.constantFrom(null, 'onTrack' as const, 'offTrack' as const),
  author: fc.constantFrom(null, 'ann', 'bob'),
  ofDraft: fc.boolean(),
  amounts: fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: -5, max: 105 })), { maxLength: 2 }),
});

const idsOf = (key: string): number[] => KEY_RESULTS.filter((one) => one.objective === key).map(({ id }) => id);

/** Everything that figures make of check-ins. Those of a draft are left out as in `scoresOf` and `outlookOf`. */
const figuresOf = (checkIns: readonly CheckInOutline[]) => {
  const cascade = new Cascade(OBJECTIVES);
  const asOf = WINDOW.to;
  const common = { cascade, checkIns, asOf, cadenceDays: 9, keyResults: KEY_RESULTS };
  const figures = objectiveFigures({ ...common, own: new Map() });
  const inPublic = publicOf(checkIns);
  const communication = communicationOf({
    ...common,
    checkIns: inPublic,
    cells: [],
    sizing: { measure: 'items', typical: new Map() },
  });
  const snapshots = OBJECTIVES.flatMap(({ key }) => [
    snapshot(39, { objective: key }),
    snapshot(45, { objective: key, health: 'offTrack' }),
  ]);
  return {
    figures: [...figures.values()],
    narrative: communication.objectives,
    monitoring: monitoringOf(common),
    signals: signalsOf({ snapshots, events: [], checkIns: inPublic, window: WINDOW, responseDays: 9 }),
    before: metricsDoNotReinforce({
      ...common,
      checkIns: inPublic,
      window: WINDOW,
      figures,
      sizing: { measure: 'items', typical: new Map() },
      cells: OBJECTIVES.map(({ key }) => ({ ...EMPTY_CELL, serves: key })),
    } as unknown as Parameters<typeof metricsDoNotReinforce>[0]),
  };
};

const NOTHING = { items: 0, points: 0, unestimated: 0 };
const EMPTY_CELL = {
  project: 1,
  todo: NOTHING,
  doing: NOTHING,
  done: NOTHING,
  doneInWindow: { items: 9, points: 0, unestimated: 9 },
};

onEachEngine((inDatabase) => {
  test('figures are the same from what is read for them as from all check-ins', () =>
    inDatabase(async () => {
      const { ids } = await objectiveIds(KEYS);
      await storeRevised(
        OBJECTIVES.map((one) => ({ id: ids.get(one.key) ?? 0, revision: 1, owner: null, objective: one })),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(said, { maxLength: 30 }), async (all) => {
          await database.deleteFrom('check_in').execute();
          await database.deleteFrom('measurement').execute();
          const whole: CheckIn[] = all.map(({ amounts, ...one }, index) =>
            checkIn(index + 1, {
              ...one,
              values: new Map(amounts.map(([at, value]) => [idsOf(one.objective)[at] ?? 5, value])),
            }),
          );
          for (const one of [...whole].reverse())
            await storeCheckIn(ids.get(one.objective) ?? 0, { ...one, at: one.id });
          const read = await checkInOutlines({ asOf: WINDOW.to, from: WINDOW.from, keyResults: KEY_RESULTS.length });
          expect(figuresOf(read)).toEqual(figuresOf(whole));
        }),
        { numRuns: 40, seed: 14 },
      );
    }));

  test('values that a crash left out are stored again', () =>
    inDatabase(async () => {
      const { ids } = await objectiveIds(['A']);
      await storeRevised([{ id: ids.get('A') ?? 0, revision: 1, owner: null, objective: objective('A') }]);
      await storeCheckIn(ids.get('A') ?? 0, { ...checkIn(1, { values: new Map([[1, 7]]) }), at: 5 });
      const before = await checkInOutlines({ asOf: 9, from: 0, keyResults: 1 });
      await database.deleteFrom('measurement').execute();
      expect(await checkInOutlines({ asOf: 9, from: 0, keyResults: 1 })).not.toEqual(before);
      await restoreMeasurements(6);
      expect(await checkInOutlines({ asOf: 9, from: 0, keyResults: 1 })).not.toEqual(before);
      await restoreMeasurements(5);
      expect(await checkInOutlines({ asOf: 9, from: 0, keyResults: 1 })).toEqual(before);
    }));
});
