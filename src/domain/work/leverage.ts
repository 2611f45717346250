import type { Cell } from './cell';
import { tallyIn, type UnlinkedPart, unlinkedStates } from './countedWork';
import { sizeIn, type Sizing } from './sizing';

/** How much one decision aligns: linking an issue aligns the work below it. `size`: in thousandths */
export type Leverage = { units: number; size: number };

/** What linking the parent of this work would align. */
export const leverageOf = (cell: Cell, part: UnlinkedPart, sizing: Sizing): Leverage => {
  const tally = tallyIn(cell, unlinkedStates(part));
  return { units: tally.items, size: sizeIn(sizing, cell.project, tally) };
};

/** Decisions that align most, largest first; of equal ones the newest issue first. Without those that align nothing. */
export const byLeverage = <Step extends Leverage & { id: number }>(steps: readonly Step[]): Step[] =>
  steps.filter(({ units }) => units > 0).sort((a, b) => b.size - a.size || b.units - a.units || b.id - a.id);
