import type { Objective } from '../../src/domain/strategy/objective';
import type { ObjectiveSnapshot } from '../../src/domain/strategy/snapshot';
import type { ObjectiveState, StrategyEvent } from '../../src/domain/strategy/strategyEvent';
import { type Turn, turnIn } from '../../src/domain/strategy/turn';
import { objective } from './build';

const NO_WORK = { todo: 0, doing: 0, done: 0 };

/** A snapshot of A at the end of a day, on track and without work; name what differs. */
export const snapshot = (day: number, changes: Partial<ObjectiveSnapshot> = {}): ObjectiveSnapshot => ({
  objective: 'A',
  day,
  items: NO_WORK,
  points: NO_WORK,
  keyResultProgress: null,
  health: 'onTrack',
  openWork: 0,
  ...changes,
});

export const state = (
  changes: Partial<Objective> = {},
  keyResults: ObjectiveState['keyResults'] = [],
): ObjectiveState => ({ objective: objective('A', changes), keyResults });

/** A change of A on a day, from active to what differs, without open work. */
export const strategyEvent = (
  day: number,
  after: Partial<Objective>,
  changes: Partial<StrategyEvent> = {},
): StrategyEvent & Turn => {
  const event = {
    objective: 'A',
    revision: day,
    at: day * 86_400_000,
    day,
    author: 'ann',
    before: state(),
    after: state(after),
    openWork: 0,
    ...changes,
  };
  return { ...event, ...turnIn(event) };
};
