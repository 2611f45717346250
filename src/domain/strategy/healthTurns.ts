import type { Health } from './health';
import type { ObjectiveSnapshot } from './snapshot';

/** An objective whose health was another one on an earlier day. */
export type HealthTurn = { objective: string; from: Health; to: Health };

/**
 * The objectives whose health turned, in the order of `now`. One that had no health then, or has none now, was not
 * active: that is a change of the strategy, not a turn.
 * @param before of each objective at most one snapshot, of the earlier day
 * @param now the health of objectives now; `null`: not active
 */
export const healthTurns = (
  before: readonly Pick<ObjectiveSnapshot, 'objective' | 'health'>[],
  now: ReadonlyMap<string, Health | null>,
): HealthTurn[] => {
  const healthThen = new Map(before.map(({ objective, health }) => [objective, health]));
  return [...now].flatMap(([objective, to]) => {
    const from = healthThen.get(objective) ?? null;
    return from === null || to === null || from === to ? [] : { objective, from, to };
  });
};
