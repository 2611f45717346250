import { unitsOf, unknownParents } from './hierarchy';
import { provenanceOf } from './provenance';
import { rewind } from './rewind';
import { addTally, EMPTY_TALLY, tallyOf, type Tally } from './tally';
import { inWindow, type Window } from './window';
import type { WorkItem } from './workItem';

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

/** Counts a unit into its cell. */
const counted = (cell: Cell, { outcome, estimate, ended, blocked }: WorkItem, window: Window): Cell => {
  if (outcome === 'dropped') return { ...cell, dropped: cell.dropped + 1 };
  const tally = tallyOf(estimate);
  const grown: Cell = { ...cell, [outcome]: addTally(cell[outcome], tally) };
  if (outcome !== 'done') return blocked ? { ...grown, blocked: cell.blocked + 1 } : grown;
  if (ended === null) return { ...grown, undated: cell.undated + 1 };
  return inWindow(ended, window) ? { ...grown, doneInWindow: addTally(cell.doneInWindow, tally) } : grown;
};

/**
 * Rolls work items up, as of the window's last day. The app's roll-up is this very computation, done by the database;
 * the tests hold the two against each other.
 */
export const rollUp = (items: readonly WorkItem[], window: Window): Cell[] => {
  const known = rewind(items, window.to);
  const byId = new Map(known.map((item) => [item.id, item]));
  const cells = new Map<string, Cell>();
  const change = (item: WorkItem, how: (cell: Cell) => Cell): void => {
    const provenance = provenanceOf(item, byId);
    const serves = provenance.kind === 'none' ? null : provenance.serves;
    const id = JSON.stringify([item.project, serves]);
    cells.set(id, how(cells.get(id) ?? emptyCell(item.project, serves)));
  };
  for (const unit of unitsOf(known)) change(unit, (cell) => counted(cell, unit, window));
  for (const item of unknownParents(known)) {
    change(item, (cell) => ({ ...cell, unknownParents: cell.unknownParents + 1 }));
  }
  return [...cells.values()];
};
