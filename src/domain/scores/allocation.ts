import type { Cascade } from '../strategy/cascade';

/**
 * An objective's planned and actual share of the aligned effort, 0…1. `objective` is `null` for effort on nothing below
 * an active top-level objective.
 */
export type Allocation = { objective: string | null; planned: number; actual: number };

/**
 * Planned and actual shares of the active top-level objectives; empty without any.
 * @param alignedEffort aligned effort on each objective itself
 */
export const allocationOf = (alignedEffort: ReadonlyMap<string, number>, cascade: Cascade): Allocation[] => {
  const aligned = new Map<string | null, number>();
  let all = 0;
  for (const [objective, size] of alignedEffort) {
    const top = cascade.activeTop(objective);
    aligned.set(top, (aligned.get(top) ?? 0) + size);
    all += size;
  }
  if (all === 0) return [];
  const shares = cascade.plannedShares();
  const active = cascade.topLevel.filter(({ status }) => status === 'active');
  return [...active.map(({ key }) => key), null].map((objective) => ({
    objective,
    planned: objective === null ? 0 : (shares.get(objective) ?? 0),
    actual: (aligned.get(objective) ?? 0) / all,
  }));
};

/** The distance between actual and planned share, 0…1. */
export const apart = ({ planned, actual }: Pick<Allocation, 'planned' | 'actual'>): number =>
  Math.abs(planned - actual);

/**
 * Allocation fit, 0…1: 1 − ½ Σ |planned − actual|. No value with fewer than two active top-level objectives, or without
 * aligned effort.
 */
export const allocationFit = (allocations: readonly Allocation[]): number | null => {
  const stated = allocations.filter(({ objective }) => objective !== null);
  if (stated.length < 2) return null;
  return 1 - allocations.reduce((sum, one) => sum + apart(one), 0) / 2;
};
