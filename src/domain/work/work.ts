import { ratio, rangeOf, type Range } from '../ratio';
import type { Cell } from './cell';
import { sizeIn, type Sizing } from './sizing';
import { ASSUMPTIONS, fromThousandths, type Assumption } from './tally';

/**
 * The work on something. `progress` = done ÷ (todo + doing + done), 0…1; `dropped` is a number of units in either
 * measure
 */
export type Work = {
  todo: number;
  doing: number;
  done: number;
  dropped: number;
  total: number;
  progress: number | null;
};

export type WorkFigure = Work & { unestimated: number; progressRange: Range | null };

/** Work that can be added up: sizes in thousandths, with unestimated units at the median and at both percentiles. */
export type WorkSizes = Record<Assumption, { todo: number; doing: number; done: number }> & {
  dropped: number;
  /** 0 if items are counted */
  unestimated: number;
};

const none = { todo: 0, doing: 0, done: 0 };
export const NO_WORK: WorkSizes = { median: none, low: none, high: none, dropped: 0, unestimated: 0 };

/** A sum of work that `addCell` may change. */
const noWorkYet = (): WorkSizes => ({ ...NO_WORK, median: { ...none }, low: { ...none }, high: { ...none } });

/** Adds a cell's work to a sum, in place: a page adds up thousands of cells. */
const addCell = (sum: WorkSizes, cell: Cell, sizing: Sizing): void => {
  const { todo, doing, done, dropped } = cell;
  for (const assumption of ASSUMPTIONS) {
    const sizes = sum[assumption];
    sizes.todo += sizeIn(sizing, cell.project, todo, assumption);
    sizes.doing += sizeIn(sizing, cell.project, doing, assumption);
    sizes.done += sizeIn(sizing, cell.project, done, assumption);
  }
  sum.dropped += dropped;
  // Counting items assumes nothing.
  if (sizing.measure !== 'items') sum.unestimated += todo.unestimated + doing.unestimated + done.unestimated;
};

export const workIn = (cell: Cell, sizing: Sizing): WorkSizes => {
  const work = noWorkYet();
  addCell(work, cell, sizing);
  return work;
};

export const addWork = (a: WorkSizes, b: WorkSizes): WorkSizes => {
  const at = (assumption: Assumption) => ({
    todo: a[assumption].todo + b[assumption].todo,
    doing: a[assumption].doing + b[assumption].doing,
    done: a[assumption].done + b[assumption].done,
  });
  return {
    median: at('median'),
    low: at('low'),
    high: at('high'),
    dropped: a.dropped + b.dropped,
    unestimated: a.unestimated + b.unestimated,
  };
};

/** Work as a figure, with what was assumed. */
export const workFigure = (sizes: WorkSizes): WorkFigure => {
  const { todo, doing, done } = sizes.median;
  return {
    todo: fromThousandths(todo),
    doing: fromThousandths(doing),
    done: fromThousandths(done),
    dropped: sizes.dropped,
    total: fromThousandths(todo + doing + done),
    progress: progressOf(sizes.median),
    unestimated: sizes.unestimated,
    progressRange: sizes.unestimated === 0 ? null : rangeOf(progressOf(sizes.low), progressOf(sizes.high)),
  };
};

const progressOf = ({ todo, doing, done }: WorkSizes['median']): number | null => ratio(done, todo + doing + done);

/** The work on an objective or below it, given the work on each objective itself. */
export const workBelow = (subtree: ReadonlySet<string>, own: ReadonlyMap<string, WorkSizes>): WorkFigure =>
  workFigure([...subtree].reduce((sum, key) => addWork(sum, own.get(key) ?? NO_WORK), NO_WORK));

/** The work on each objective itself. */
export const workByObjective = (cells: readonly Cell[], sizing: Sizing): Map<string, WorkSizes> => {
  const own = new Map<string, WorkSizes>();
  for (const cell of cells) {
    if (cell.serves === null) continue;
    const work = own.get(cell.serves) ?? noWorkYet();
    addCell(work, cell, sizing);
    own.set(cell.serves, work);
  }
  return own;
};
