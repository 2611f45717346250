import { addTally, EMPTY_TALLY, type Tally } from './tally';

/** A cell: the sums of a project's units that serve the same. Every figure is made of cells. */
export type Cell = {
  project: number;
  /** an objective's key, `RUN`, or `null` for nothing */
  serves: string | null;
  todo: Tally;
  doing: Tally;
  done: Tally;
  /** units done inside the window */
  doneInWindow: Tally;
  /** number of dropped units */
  dropped: number;
  /** number of done units without a known day */
  undated: number;
  /** number of work items of level 0 and above, units or not, whose parent is not stored */
  unknownParents: number;
  /** number of open units (to do or in progress) that are blocked or flagged */
  blocked: number;
};

export const emptyCell = (project: number, serves: string | null): Cell => ({
  project,
  serves,
  todo: EMPTY_TALLY,
  doing: EMPTY_TALLY,
  done: EMPTY_TALLY,
  doneInWindow: EMPTY_TALLY,
  dropped: 0,
  undated: 0,
  unknownParents: 0,
  blocked: 0,
});

/** Whether a cell has units. Without any it holds only work items whose parent is unknown. */
export const hasUnits = ({ todo, doing, done, dropped }: Cell): boolean =>
  todo.items + doing.items + done.items + dropped > 0;

/** The effort of a cell: what is in progress, or done inside the window. */
export const effortOf = ({ doing, doneInWindow }: Cell): Tally => addTally(doing, doneInWindow);
