import { ratio } from '../ratio';
import type { Day } from '../time/day';
import { inWindow, type Window, type WindowDays } from '../time/window';
import { type Mix, type StatusOf, strategicIn } from './mix';
import { sizeIn, type Sizing } from './sizing';
import { type Standing, standingOf } from './standing';
import { addTally, EMPTY_TALLY, fromThousandths, type Tally } from './tally';
import type { Outcome } from './workItem';

/**
 * Units of effort that serve the same and were retagged on the same day. A *retag* is a change of what a work item
 * serves, by a tag, parent or link of its own or of an item above it, that the app saw when work on it had begun. What
 * was linked while it was to do is planning, what the app found so when it first read the item it knows no day of, and
 * what serves something since an admin named a type of objectives nobody retagged: none is a retag. Only the last change
 * is known, so what a later one takes back is forgotten.
 */
export type Retags = {
  /** the day on which it was retagged */
  day: Day;
  /** the shortest window in which it was done; `null`: it is in progress */
  within: WindowDays | null;
  /** whether it had been done on an earlier day */
  late: boolean;
  tally: Tally;
};

/** A project's units that serve the same, by retag. */
export type RetagCell = { project: number; serves: string | null } & Retags;

/** Whether a unit was tagged after it was done: on a later day. What was tagged on the same day was not. */
export const isLate = ({
  outcome,
  ended,
  retagged,
}: {
  outcome: Outcome;
  ended: number | null;
  retagged: number | null;
}): boolean => outcome === 'done' && ended !== null && retagged !== null && retagged > ended;

/** Which retags a number counts: those of units that were done before, or those of some days. */
export type AskedRetags = 'late' | Window;

export const isAsked = ({ day, late }: Retags, asked: AskedRetags): boolean =>
  asked === 'late' ? late : inWindow(day, asked);

/** Whether retagged units belong to the effort of a window. */
export const isEffort = ({ within }: Retags, days: WindowDays): boolean => within === null || within <= days;

/**
 * What some retags did to the alignment of effort. Sizes are in the chosen measure.
 */
export type RetagFigure = {
  /** all of these units, whatever they serve */
  units: number;
  /** the size of those that are aligned, and of those that run the business */
  aligned: number;
  run: number;
  /**
   * the alignment if these units served nothing: (aligned − these) ÷ (aligned + stale + unlinked + these of run). Some
   * may have served another objective before, so it is the least that it would be.
   */
  alignmentWithout: number | null;
};

/** @param effort the mix of all effort that they are part of */
export const retagFigure = (
  cells: readonly RetagCell[],
  effort: Mix,
  sizing: Sizing,
  statusOf: StatusOf,
): RetagFigure => {
  const sizes: Record<Standing, number> = { aligned: 0, run: 0, stale: 0, unlinked: 0 };
  for (const { project, serves, within, tally } of cells)
    sizes[standingOf(serves, within !== null, statusOf)] += sizeIn(sizing, project, tally);
  const [aligned, run] = [fromThousandths(sizes.aligned), fromThousandths(sizes.run)];
  return {
    units: unitsIn(cells),
    aligned,
    run,
    alignmentWithout: ratio(effort.aligned - aligned, strategicIn(effort) + run),
  };
};

/** How many units some retags are. */
export const unitsIn = (cells: readonly Pick<RetagCell, 'tally'>[]): number =>
  cells.reduce((sum, { tally }) => addTally(sum, tally), EMPTY_TALLY).items;
