import type { Measure } from '../../contract';
import { totalsScopeOf, type Sight } from '../../domain/work/totalsScope';
import type { WorkSizes } from '../../domain/work/work';
import { workByObjective } from '../../store/blocks/workByObjective';

/**
 * The work that serves each objective itself, over the projects that the viewer's totals may cover; `null` for those who may not
 * see totals. One statement.
 */
export const overallWork = async (
  measure: Measure,
  { browsable, seesTotals, withUnits }: Sight,
): Promise<ReadonlyMap<string, WorkSizes> | null> => {
  if (!seesTotals) return null;
  return workByObjective(measure, totalsScopeOf(withUnits, browsable).leftOut);
};
