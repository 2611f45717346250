import { type Cell, emptyCell } from '../work/cell';
import { unitsOf, unknownParents } from './hierarchy';
import { servesOf } from '../work/provenance';
import { rewind } from './rewind';
import { addTally, tallyOf } from '../work/tally';
import { inWindow, type Window } from '../time/window';
import type { WorkItem } from '../work/workItem';

/** Adds a unit to its cell. */
const counted = (cell: Cell, { outcome, estimate, ended, blocked }: WorkItem, window: Window): Cell => {
  if (outcome === 'dropped') return { ...cell, dropped: cell.dropped + 1 };
  const tally = tallyOf(estimate);
  const grown: Cell = { ...cell, [outcome]: addTally(cell[outcome], tally) };
  if (outcome !== 'done') return blocked ? { ...grown, blocked: cell.blocked + 1 } : grown;
  if (ended === null) return { ...grown, undated: cell.undated + 1 };
  return inWindow(ended, window) ? { ...grown, doneInWindow: addTally(cell.doneInWindow, tally) } : grown;
};

/**
 * Rolls work items up into cells, as of the window's last day. Its twin in production is `blockFigures`, which does
 * this for one block.
 */
export const rollUp = (items: readonly WorkItem[], window: Window): Cell[] => {
  const known = rewind(items, window.to);
  const byId = new Map(known.map((item) => [item.id, item]));
  const cells = new Map<string, Cell>();
  const change = (item: WorkItem, how: (cell: Cell) => Cell): void => {
    const serves = servesOf(item, byId);
    const id = JSON.stringify([item.project, serves]);
    cells.set(id, how(cells.get(id) ?? emptyCell(item.project, serves)));
  };
  for (const unit of unitsOf(known)) change(unit, (cell) => counted(cell, unit, window));
  for (const item of unknownParents(known)) {
    change(item, (cell) => ({ ...cell, unknownParents: cell.unknownParents + 1 }));
  }
  return [...cells.values()];
};
