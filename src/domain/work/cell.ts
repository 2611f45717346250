import { addTally, EMPTY_TALLY, type Tally } from './tally';

/** The units of one project that serve the same: the grain of the roll-up, from which every figure is made. */
export type Cell = {
  project: number;
  /** an objective's key, `RUN`, or `null` for what serves nothing */
  serves: string | null;
  todo: Tally;
  doing: Tally;
  done: Tally;
  /** the done units whose day lies inside the window */
  doneInWindow: Tally;
  /** number of dropped units */
  dropped: number;
  /** number of done units without any day they were done on */
  undated: number;
  /** number of work items of level 0 and above, units or not, whose parent is not known */
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

/** The cell that two cells of the same project and service make together. */
export const addCells = (a: Cell, b: Cell): Cell => ({
  project: a.project,
  serves: a.serves,
  todo: addTally(a.todo, b.todo),
  doing: addTally(a.doing, b.doing),
  done: addTally(a.done, b.done),
  doneInWindow: addTally(a.doneInWindow, b.doneInWindow),
  dropped: a.dropped + b.dropped,
  undated: a.undated + b.undated,
  unknownParents: a.unknownParents + b.unknownParents,
  blocked: a.blocked + b.blocked,
});

/** The effort of a cell: what is in progress, or done inside the window. */
export const effortOf = ({ doing, doneInWindow }: Cell): Tally => addTally(doing, doneInWindow);
