import fc from 'fast-check';
import { pastHealth } from '../../../src/domain/forecast/pastHealth';
import { TREND_WEEKS } from '../../../src/domain/forecast/trend';
import { firstDayOf, weekOf } from '../../../src/domain/time/weeks';
import { Cascade } from '../../../src/domain/strategy/cascade';
import type { CheckIn } from '../../../src/domain/strategy/checkIn';
import type { ObjectiveState, StrategyEvent } from '../../../src/domain/strategy/strategyEvent';
import { database } from '../../../src/store/sql/database';
import { storeCheckIn } from '../../../src/store/strategy/checkIns';
import { objectiveIds, storeRevised } from '../../../src/store/strategy/objectives';
import { outlinesAndWeekly } from '../../../src/store/strategy/checkInOutlines';
import { turnsSince } from '../../../src/store/strategy/turns';
import { storeEvents } from '../../../src/store/strategy/strategyEvents';
import { checkIn, keyResult, objective } from '../../domain/build';
import { strategyEvent } from '../../domain/buildStrategy';
import { onEachEngine } from '../onEachEngine';

jest.setTimeout(120_000);

/** A Wednesday. */
const AS_OF = 20_600;
/** The Monday after the first day of its trend. */
const PAST = firstDayOf(weekOf(AS_OF) - TREND_WEEKS + 1);
const KEYS = ['A', 'B'];
const keyResultOf = (key: string) => keyResult(KEYS.indexOf(key) + 1, { objective: key });

const day = fc.integer({ min: AS_OF - 7 * (TREND_WEEKS + 2), max: AS_OF + 3 });
const turned = fc.record({
  key: fc.constantFrom(...KEYS),
  day,
  status: fc.constantFrom('active' as const, 'draft' as const, 'dropped' as const),
  target: fc.integer({ min: AS_OF - 50, max: AS_OF + 50 }),
});
const said = fc.record({
  objective: fc.constantFrom(...KEYS),
  day,
  ofDraft: fc.boolean(),
  value: fc.integer({ min: 0, max: 100 }),
});

/** The history of each objective: it was new before the first change, each change begins where the one before ended. */
const historyOf = (
  turns: { key: string; day: number; status: ObjectiveState['objective']['status']; target: number }[],
) => {
  const states = new Map<string, ObjectiveState>();
  const revisions = new Map<string, number>();
  const events: StrategyEvent[] = [];
  for (const { key, day, status, target } of [...turns].sort((a, b) => a.day - b.day)) {
    const before = states.get(key) ?? null;
    const after: ObjectiveState = {
      objective: objective(key, { status, start: AS_OF - 60, target, headline: 'keyResults', description: 'Long' }),
      keyResults: [keyResultOf(key)],
    };
    const revision = (revisions.get(key) ?? 0) + 1;
    events.push(strategyEvent(day, {}, { objective: key, revision, before, after }));
    states.set(key, after);
    revisions.set(key, revision);
  }
  return { events, states: [...states.values()] };
};

onEachEngine((inDatabase) => {
  test('health of past days is the same from what is read for it as from all changes and check-ins', () =>
    inDatabase(async () => {
      const { ids } = await objectiveIds(KEYS);
      const idOf = (key: string): number => ids.get(key) ?? 0;
      await storeRevised(KEYS.map((key) => ({ id: idOf(key), revision: 1, owner: null, objective: objective(key) })));
      await fc.assert(
        fc.asyncProperty(
          fc.array(turned, { minLength: 1, maxLength: 20 }),
          fc.array(said, { maxLength: 20 }),
          async (turns, sayings) => {
            for (const table of ['strategy_event', 'check_in', 'measurement'] as const)
              await database.deleteFrom(table).execute();
            const { events, states } = historyOf(turns);
            await storeEvents(
              events.map(({ objective: key, ...event }) => ({
                ...event,
                objective: idOf(key),
                places: [],
                carried: false,
              })),
            );
            const checkIns: CheckIn[] = sayings.map(({ value, ...one }, index) =>
              checkIn(index + 1, { ...one, values: new Map([[keyResultOf(one.objective).id, value]]) }),
            );
            for (const one of checkIns) await storeCheckIn(idOf(one.objective), { ...one, at: one.id });
            const known = {
              cascade: new Cascade(states.map((state) => state.objective)),
              issues: new Map(),
              keyResults: states.flatMap(({ keyResults }) => keyResults),
              weeks: [],
              asOf: AS_OF,
              since: -Infinity,
              cadenceDays: 14,
            };
            const { past } = await turnsSince(AS_OF, { asOf: AS_OF, past: PAST });
            const asked = { asOf: AS_OF, from: AS_OF, keyResults: KEYS.length };
            const { weekly } = await outlinesAndWeekly(asked, PAST);
            // As on a site with so many key results that one answer does not hold the values.
            const sliced = await outlinesAndWeekly({ ...asked, keyResults: 5_000 }, PAST);
            expect(new Set(sliced.weekly)).toEqual(new Set(weekly));
            expect(pastHealth({ ...known, events: past, checkIns: weekly })).toEqual(
              pastHealth({ ...known, events, checkIns }),
            );
          },
        ),
        { numRuns: 40, seed: 14 },
      );
    }));
});
