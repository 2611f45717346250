import type { Measure } from '../../contract';
import { DEFAULT_WINDOW_DAYS } from '../../domain/time/window';
import type { Cell } from '../../domain/work/cell';
import type { Sight } from '../../domain/work/coverage';
import type { Sizing } from '../../domain/work/sizing';
import { type WorkSizes, workByObjective } from '../../domain/work/work';
import { cellsIn, coveredSums, type ReadSums } from '../../store/blocks/projectSums';
import type { ServedKey } from '../../store/strategy/servedKeys';

/**
 * The work on each objective itself, over the projects that the viewer's totals cover; `null`: the viewer may not see
 * totals. One statement.
 */
export const overallWork = async (
  measure: Measure,
  { coverage, seesTotals }: Sight,
  keys: Promise<ServedKey>,
): Promise<ReadonlyMap<string, WorkSizes> | null> => {
  if (!seesTotals) return null;
  const [sums, servedKey] = await Promise.all([coveredSums(['cells'], coverage), keys]);
  return workIn(sums, measure, servedKey).own;
};

/** The work on each objective itself in some sums, with the cells that it is added up from and how they are sized. */
export const workIn = (
  sums: readonly ReadSums[],
  measure: Measure,
  servedKey: ServedKey,
): { own: Map<string, WorkSizes>; cells: Cell[]; sizing: Sizing } => {
  const sizing = { measure, typical: new Map(sums.map(({ project, typical }) => [project, typical])) };
  // Work is counted whole: the window does not matter.
  const cells = cellsIn(sums, DEFAULT_WINDOW_DAYS, servedKey);
  return { own: workByObjective(cells, sizing), cells, sizing };
};
