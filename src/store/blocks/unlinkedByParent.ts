import { NO_PART, OTHER_PARTS } from '../../domain/work/blockFigures';
import type { Cell } from '../../domain/work/cell';
import type { WindowDays } from '../../domain/time/window';
import { cellReader } from './cellColumns';
import { unpackParts } from './packed';
import { readSums } from './projectSums';

/**
 * A project's work that serves nothing and is directly below one issue. `parent`: that issue, of any project; `null`: work without a
 * parent; `'other'`: below issues with too little of it to be told apart
 */
export type UnlinkedBelow = { parent: number | 'other' | null; cell: Cell };

/** A project's unlinked work by parent. One statement. */
export const unlinkedByParent = async (project: number, days: WindowDays): Promise<UnlinkedBelow[]> => {
  const sums = await readSums(['parents'], [project]);
  const cellOf = cellReader(days);
  return sums.flatMap(({ parents }) =>
    unpackParts(parents).map(({ part, numbers }) => ({
      parent: part === NO_PART ? null : part === OTHER_PARTS ? 'other' : part,
      cell: cellOf(project, null, numbers),
    })),
  );
};
