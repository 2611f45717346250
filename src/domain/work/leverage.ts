import { effortOf, type Cell } from './cell';
import { sizeIn, type Sizing } from './sizing';
import { addTally, type Tally } from './tally';

/** The unlinked work that is asked about. */
export type UnlinkedPart = 'effort' | 'planned' | 'all';

/** How much one decision aligns: linking an issue aligns the work below it. `size`: in thousandths */
export type Leverage = { units: number; size: number };

/** What linking the parent of this work would align. */
export const leverageOf = (cell: Cell, part: UnlinkedPart, sizing: Sizing): Leverage => {
  const tally = tallyIn(cell, part);
  return { units: tally.items, size: sizeIn(sizing, cell.project, tally) };
};

const tallyIn = (cell: Cell, part: UnlinkedPart): Tally => {
  switch (part) {
    case 'effort':
      return effortOf(cell);
    case 'planned':
      return cell.todo;
    case 'all':
      return addTally(effortOf(cell), cell.todo);
  }
};

/** Decisions that align most, largest first; of equal ones the newest issue first. Without those that align nothing. */
export const byLeverage = <Step extends Leverage & { id: number }>(steps: readonly Step[]): Step[] =>
  steps.filter(({ units }) => units > 0).sort((a, b) => b.size - a.size || b.units - a.units || b.id - a.id);
