import type { Cascade } from '../strategy/cascade';
import { sumByObjective, sumOver } from './alignedEffort';
import type { Cell } from './cell';

/** How many units serve an objective or one below it. `blocked`: of the open ones */
export type ObjectiveUnits = { open: number; done: number; dropped: number; blocked: number };

export const NO_UNITS: ObjectiveUnits = { open: 0, done: 0, dropped: 0, blocked: 0 };

/** The units of every objective with all below it, by key. */
export const objectiveUnits = (cells: readonly Cell[], cascade: Cascade): Map<string, ObjectiveUnits> => {
  const own = {
    open: sumByObjective(cells, ({ todo, doing }) => todo.items + doing.items),
    done: sumByObjective(cells, ({ done }) => done.items),
    dropped: sumByObjective(cells, ({ dropped }) => dropped),
    blocked: sumByObjective(cells, ({ blocked }) => blocked),
  };
  return new Map(
    cascade.objectives.map(({ key }) => {
      const subtree = [...cascade.subtree(key)];
      const sum = (of: keyof ObjectiveUnits): number => sumOver(subtree, own[of]);
      return [key, { open: sum('open'), done: sum('done'), dropped: sum('dropped'), blocked: sum('blocked') }];
    }),
  );
};
