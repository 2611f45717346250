import type { WeekCell } from '../domain/time/weeks';
import type { Cell } from '../domain/work/cell';
import { type CountedWork, isWeekly } from '../domain/work/countedWork';
import type { Measure } from '../domain/work/tally';
import type { RetagCell } from '../domain/work/retags';
import type { WindowDays } from '../domain/time/window';
import { retagCellsIn } from '../store/blocks/retagCells';
import { cellsIn, type ReadSums } from '../store/blocks/projectSums';
import type { ProjectSums } from '../store/blocks/sums';
import { weekCellsIn } from '../store/blocks/weeksAndPeople';
import type { ServedKey } from '../store/strategy/servedKeys';

/** The roll-ups that a number is made of: cells, or those of weeks or retags if it counts these. */
export type RollUps = { cells: readonly Cell[] } | { weeks: readonly WeekCell[] } | { retags: readonly RetagCell[] };

/** Which texts of a project's row hold the roll-ups of a number. */
export const countedTexts = ({
  counted,
  measure,
}: {
  counted: CountedWork;
  measure: Measure;
}): (keyof ProjectSums)[] => {
  if (counted.retags !== undefined) return ['retags'];
  if (!isWeekly(counted.part)) return ['cells'];
  return measure === 'points' ? ['weeks_items', 'weeks_points'] : ['weeks_items'];
};

/** The roll-ups of a number in some projects' rows. */
export const rollUpsIn = (
  sums: readonly ReadSums[],
  { counted, window }: { counted: CountedWork; window: WindowDays },
  servedKey: ServedKey,
): RollUps => {
  if (counted.retags !== undefined) return { retags: retagCellsIn(sums, servedKey) };
  return isWeekly(counted.part) ? { weeks: weekCellsIn(sums, servedKey) } : { cells: cellsIn(sums, window, servedKey) };
};
