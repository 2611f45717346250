import { functionRollup } from './functionCells';
import { personRollup } from './people';
import { forgetZeros, recount, type Rollup } from './recount';
import { cellRollup } from './rollups';
import { weekRollup } from './weekCells';

const ROLLUPS: readonly Rollup[] = [cellRollup, functionRollup, personRollup, weekRollup];

/** Recounts all that is rolled up of a project, as of today: a statement for each roll-up. */
export const refreshRollups = async (project: number, version: number, today: number): Promise<void> => {
  for (const rollup of ROLLUPS) await recount(rollup, project, version, today);
};

/** Deletes the rows that hold nothing any more: a statement for each roll-up. */
export const forgetEmptyRows = async (): Promise<void> => {
  for (const rollup of ROLLUPS) await forgetZeros(rollup);
};
