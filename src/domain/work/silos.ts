import type { Cascade } from '../strategy/cascade';
import type { Cell } from './cell';

/** An objective that several parts of the organisation have planned work for, while only one works on it. */
export type Silo<Part> = {
  objective: string;
  plannedIn: Part[];
  servedBy: Part;
  /** share of the planned units outside the part that works on it, 0…1 */
  elsewhere: number;
};

/** Fewest parts with planned work. */
const SEVERAL = 2;

/** Units to do and in effort on one objective itself, by part. */
type Units<Part> = Map<Part | null, { planned: number; effort: number }>;

const addUnits = <Part>(units: Units<Part>, part: Part | null, planned: number, effort: number): void => {
  const known = units.get(part);
  if (!known) units.set(part, { planned, effort });
  else {
    known.planned += planned;
    known.effort += effort;
  }
};

/**
 * The active objectives that have, with all below them, work to do in at least two parts and effort in exactly one.
 * Planned work without a part (`null`) is left out. Effort without a part may belong to any, so it rules a silo out.
 */
export const silosOf = <Part extends string | number, Of extends Cell>(
  cells: readonly Of[],
  partOf: (cell: Of) => Part | null,
  cascade: Cascade,
): Silo<Part>[] => {
  const own = new Map<string, Units<Part>>();
  for (const cell of cells) {
    const { serves, todo, doing, doneInWindow } = cell;
    if (serves === null) continue;
    const units = own.get(serves) ?? (new Map() as Units<Part>);
    addUnits(units, partOf(cell), todo.items, doing.items + doneInWindow.items);
    own.set(serves, units);
  }
  return cascade.objectives.flatMap(({ key, status }) => {
    if (status !== 'active') return [];
    const below: Units<Part> = new Map();
    for (const objective of cascade.subtree(key)) {
      for (const [part, { planned, effort }] of own.get(objective) ?? []) addUnits(below, part, planned, effort);
    }
    const [servedBy = null, ...others] = [...below].filter(([, { effort }]) => effort > 0).map(([part]) => part);
    if (servedBy === null || others.length > 0) return [];
    const planned = [...below].flatMap(([part, units]) =>
      part === null || units.planned === 0 ? [] : [{ part, units: units.planned }],
    );
    if (planned.length < SEVERAL) return [];
    const all = planned.reduce((sum, { units }) => sum + units, 0);
    const there = planned.find(({ part }) => part === servedBy)?.units ?? 0;
    return [{ objective: key, plannedIn: planned.map(({ part }) => part), servedBy, elsewhere: 1 - there / all }];
  });
};
