import type { Measure } from '../../contract';
import { DEFAULT_WINDOW_DAYS } from '../../domain/time/window';
import type { Sight } from '../../domain/work/coverage';
import { type WorkSizes, workByObjective } from '../../domain/work/work';
import { cellsIn, coveredSums } from '../../store/blocks/projectSums';
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
  const typical = new Map(sums.map((project) => [project.project, project.typical]));
  // Work is counted whole: the window does not matter.
  return workByObjective(cellsIn(sums, DEFAULT_WINDOW_DAYS, servedKey), { measure, typical });
};
