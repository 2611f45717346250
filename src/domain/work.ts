import { ratio, type Range } from './ratio';
import type { Cell } from './rollUp';
import { assumedRange, sizeIn, type Sizing } from './sizing';

/** The work on something, and how far it is: `progress` = done ÷ (todo + doing + done). `dropped` is a number of units in every measure. */
export type Work = {
  todo: number;
  doing: number;
  done: number;
  dropped: number;
  total: number;
  progress: number | null;
};

export type WorkFigure = Work & { unestimated: number; progressRange: Range | null };

/** The work in some cells. */
export const workOf = (cells: readonly Cell[], sizing: Sizing): Work => {
  const sum = (size: (cell: Cell) => number): number => cells.reduce((total, cell) => total + size(cell), 0);
  const todo = sum((cell) => sizeIn(sizing, cell.project, cell.todo));
  const doing = sum((cell) => sizeIn(sizing, cell.project, cell.doing));
  const done = sum((cell) => sizeIn(sizing, cell.project, cell.done));
  const total = todo + doing + done;
  return { todo, doing, done, dropped: sum((cell) => cell.dropped), total, progress: ratio(done, total) };
};

/** Work with what was assumed. */
export const workFigure = (cells: readonly Cell[], sizing: Sizing): WorkFigure => {
  const unestimated =
    sizing.measure === 'items'
      ? 0
      : cells.reduce((sum, { todo, doing, done }) => sum + todo.unestimated + doing.unestimated + done.unestimated, 0);
  return {
    ...workOf(cells, sizing),
    unestimated,
    progressRange: assumedRange(sizing, unestimated, (assumed) => workOf(cells, assumed).progress),
  };
};
