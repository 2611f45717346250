import type { Cascade } from '../strategy/cascade';

/** Planned against actual share of the aligned effort. `objective` is `null` for what serves no active top-level objective's subtree. */
export type Allocation = { objective: string | null; planned: number; actual: number };

/** Aligned effort by top-level active objective, given what serves each objective itself; empty where there is none. */
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

/** How far the actual share is from the planned one. */
export const apart = ({ planned, actual }: Pick<Allocation, 'planned' | 'actual'>): number =>
  Math.abs(planned - actual);

/** 1 − ½ Σ |planned − actual|, 0…1. No value with fewer than two top-level active objectives or without aligned effort. */
export const allocationFit = (allocations: readonly Allocation[]): number | null => {
  const stated = allocations.filter(({ objective }) => objective !== null);
  if (stated.length < 2) return null;
  return 1 - allocations.reduce((sum, one) => sum + apart(one), 0) / 2;
};
