import { WeekAdder, type WeekCell, type WeekSum } from '../../../src/domain/time/weeks';
import type { Sizing } from '../../../src/domain/work/sizing';

/** Weeks of projects, added up. */
export const sumWeeks = (cells: readonly WeekCell[], sizing: Sizing): WeekSum[] => {
  const adder = new WeekAdder(sizing);
  for (const cell of cells) adder.add(cell, [cell]);
  return adder.all();
};
