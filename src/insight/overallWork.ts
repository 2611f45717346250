import type { Measure } from '../contract';
import { coverageOf } from '../domain/coverage';
import type { WorkSizes } from '../domain/work';
import { workByObjective } from '../store/rollups';

/** Whether totals over projects are for a viewer, and which projects they may browse. */
export type Sight = { browsable: ReadonlySet<number>; seesTotals: boolean };

/**
 * The work that serves each objective itself, over the projects that the viewer's totals may cover; `null` for those who may not
 * see totals. One statement.
 * @param withUnits the projects that have units
 */
export const overallWork = async (
  measure: Measure,
  withUnits: readonly number[],
  { browsable, seesTotals }: Sight,
): Promise<ReadonlyMap<string, WorkSizes> | null> => {
  if (!seesTotals) return null;
  return workByObjective(measure, coverageOf(withUnits, browsable).leftOut);
};
