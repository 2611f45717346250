import { forgetEmptyOverall } from './overall/keep';
import type { OutdatedProject } from './projects';
import { forgetZeros, recount, type Rollup } from './recount';
import { cellRollup } from './rollups';
import { weekRollup } from './weekCells';

const ROLLUPS: readonly Rollup[] = [cellRollup, weekRollup];

/** Recounts all that is rolled up of some projects, as of today: a statement for each roll-up. */
export const refreshRollups = async (projects: readonly OutdatedProject[], today: number): Promise<void> => {
  for (const rollup of ROLLUPS) await recount(rollup, projects, today);
};

/** Deletes the rows that hold nothing any more: a statement for each table. */
export const forgetEmptyRows = async (): Promise<void> => {
  for (const rollup of ROLLUPS) await forgetZeros(rollup);
  await forgetEmptyOverall();
};
