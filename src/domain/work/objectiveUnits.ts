import type { Cascade } from '../strategy/cascade';
import { sumByObjective, sumOver } from './alignedEffort';
import type { Cell } from './cell';

/** How many units serve an objective or one below it. */
export type ObjectiveUnits = { open: number; done: number; dropped: number };

export const NO_UNITS: ObjectiveUnits = { open: 0, done: 0, dropped: 0 };

/** The units of every objective with all below it, by key. */
export const objectiveUnits = (cells: readonly Cell[], cascade: Cascade): Map<string, ObjectiveUnits> => {
  const open = sumByObjective(cells, ({ todo, doing }) => todo.items + doing.items);
  const done = sumByObjective(cells, (cell) => cell.done.items);
  const dropped = sumByObjective(cells, (cell) => cell.dropped);
  return new Map(
    cascade.objectives.map(({ key }) => {
      const subtree = [...cascade.subtree(key)];
      return [key, { open: sumOver(subtree, open), done: sumOver(subtree, done), dropped: sumOver(subtree, dropped) }];
    }),
  );
};
