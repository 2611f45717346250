import fc from 'fast-check';
import type { CheckIn } from '../../src/domain/strategy/checkIn';
import type { Goal, KeyResult } from '../../src/domain/strategy/keyResult';
import type { Objective } from '../../src/domain/strategy/objective';
import { checkIn, keyResult, objective } from './build';

const KEYS = ['A', 'B', 'C', 'D'] as const;
const anyKey = fc.constantFrom(...KEYS);
const anyText = fc.option(fc.constantFrom('', ' ', 'Why'));
const anyDay = fc.integer({ min: 0, max: 25 });

const anyGoal: fc.Arbitrary<Goal> = fc.oneof(
  fc.record({
    kind: fc.constant('reach' as const),
    baseline: fc.option(fc.integer({ min: -5, max: 5 })),
    target: fc.option(fc.integer({ min: -5, max: 5 })),
  }),
  fc.record({
    kind: fc.constant('maintain' as const),
    low: fc.integer({ min: -5, max: 0 }),
    high: fc.integer({ min: 0, max: 5 }),
  }),
);

const anyObjective = (key: string): fc.Arbitrary<Objective> =>
  fc
    .record({
      status: fc.constantFrom('draft', 'active', 'active', 'active', 'achieved', 'dropped'),
      parent: fc.option(fc.constantFrom(...KEYS, 'GONE')),
      description: anyText,
      owner: fc.option(fc.constantFrom('ann', 'bo')),
      weight: fc.option(fc.nat(30).map((tenths) => tenths / 10)),
      start: fc.option(anyDay),
      target: fc.option(anyDay),
    })
    .map((changes) => objective(key, changes));

/** Any strategy: a cascade with unknown parents and cycles, key results of any goal, and check-ins of any day. */
export const anyStrategy: fc.Arbitrary<{
  objectives: Objective[];
  keyResults: KeyResult[];
  checkIns: CheckIn[];
}> = fc.record({
  objectives: fc.tuple(...KEYS.map(anyObjective)),
  keyResults: fc
    .array(fc.record({ objective: anyKey, goal: anyGoal, weight: fc.option(fc.nat(5)) }), { maxLength: 6 })
    .map((rows) => rows.map((row, index) => keyResult(index + 1, row))),
  checkIns: fc
    .array(
      fc.record({
        objective: anyKey,
        day: anyDay,
        note: anyText,
        decision: anyText,
        health: fc.option(fc.constantFrom('onTrack', 'atRisk', 'offTrack')),
        values: fc
          .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: -9, max: 9 })), { maxLength: 3 })
          .map((values) => new Map(values)),
      }),
      { maxLength: 8 },
    )
    .map((rows) => rows.map((row, index) => checkIn(index + 1, row))),
});
