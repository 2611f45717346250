import type { Measure } from '../../contract';
import { coverageOf, type Sight } from '../../domain/work/coverage';
import type { WorkSizes } from '../../domain/work/work';
import { workByObjective } from '../../store/blocks/work';

/**
 * The work that serves each objective itself, over the projects that the viewer's totals may cover; `null` for those who may not
 * see totals. One statement.
 */
export const overallWork = async (
  measure: Measure,
  { browsable, seesTotals, withUnits }: Sight,
): Promise<ReadonlyMap<string, WorkSizes> | null> => {
  if (!seesTotals) return null;
  return workByObjective(measure, coverageOf(withUnits, browsable).leftOut);
};
