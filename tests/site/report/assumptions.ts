import type { Cell } from '../../../src/domain/work/cell';
import { effortOf } from '../../../src/domain/work/cell';
import { mixOf, type StatusOf } from '../../../src/domain/work/mix';
import type { Sizing } from '../../../src/domain/work/sizing';
import type { Assumption } from '../../../src/domain/work/tally';

/** What the figures of a report assume. */
export type Assumptions = {
  /** units in effort or planned without an estimate */
  unestimated: number;
  /** the alignment of effort with each of them at its project's 10th percentile of estimates … */
  low: number | null;
  /** … and at its 90th */
  high: number | null;
  /** units done without a known day: in progress figures, never in effort */
  undated: number;
  /** work items of level 0 and above whose parent is not known: they inherit nothing */
  unknownParents: number;
  /** issues created after the window's last day */
  leftOut: number;
};

/** What the cells of a portfolio assume. */
export const assumptionsOf = (
  cells: readonly Cell[],
  sizing: Sizing,
  statusOf: StatusOf,
): Omit<Assumptions, 'leftOut'> => {
  const sum = (read: (cell: Cell) => number): number => cells.reduce((total, cell) => total + read(cell), 0);
  const effortWith = (assumption: Assumption): number | null =>
    mixOf(cells, 'effort', { ...sizing, assumption }, statusOf).alignment;
  return {
    unestimated: sum((cell) => effortOf(cell).unestimated + cell.todo.unestimated),
    low: effortWith('low'),
    high: effortWith('high'),
    undated: sum(({ undated }) => undated),
    unknownParents: sum(({ unknownParents }) => unknownParents),
  };
};
