import type { ObjectiveStatus } from '../strategy/objective';
import { ratio, type Range } from '../ratio';
import type { Cell } from './cell';
import { assumedRange, sizeIn, type Sizing } from './sizing';
import { standingOf, type Standing } from './standing';
import { fromThousandths, type Tally } from './tally';

/** Effort: in progress, or done inside the window. Planned: to do. */
export type Part = 'effort' | 'planned';

/** The size of a scope's work by standing. */
export type Mix = Record<Standing, number> & {
  /** aligned ÷ (aligned + stale + unlinked): run is neither for nor against */
  alignment: number | null;
};

/** The size of the work that alignment is a share of: all but Run the business. */
export const strategicIn = ({ aligned, stale, unlinked }: Pick<Mix, 'aligned' | 'stale' | 'unlinked'>): number =>
  aligned + stale + unlinked;

/** Run the business as a share of everything, 0…1. */
export const runShareOf = ({ aligned, run, stale, unlinked }: Omit<Mix, 'alignment'>): number | null =>
  ratio(run, aligned + run + stale + unlinked);

export type MixFigure = Mix & {
  /** run ÷ everything */
  runShare: number | null;
  units: number;
  unestimated: number;
  alignmentRange: Range | null;
};

export type StatusOf = (key: string) => ObjectiveStatus;

/** A part of the work by standing, in thousandths, and its number of units. */
export type PartSums = { sizes: Record<Standing, number>; units: number; unestimated: number };

/** Adds up one part of the work of cells. */
export const partSums = (cells: readonly Cell[], part: Part, sizing: Sizing, statusOf: StatusOf): PartSums => {
  const sums: PartSums = { sizes: { aligned: 0, run: 0, stale: 0, unlinked: 0 }, units: 0, unestimated: 0 };
  const add = (standing: Standing, project: number, tally: Tally): void => {
    sums.sizes[standing] += sizeIn(sizing, project, tally);
    sums.units += tally.items;
    sums.unestimated += tally.unestimated;
  };
  for (const { project, serves, todo, doing, doneInWindow } of cells) {
    const open = standingOf(serves, false, statusOf);
    if (part === 'planned') add(open, project, todo);
    else {
      add(open, project, doing);
      add(standingOf(serves, true, statusOf), project, doneInWindow);
    }
  }
  return sums;
};

const mixFrom = ({ sizes: { aligned, run, stale, unlinked } }: PartSums): Mix => ({
  aligned: fromThousandths(aligned),
  run: fromThousandths(run),
  stale: fromThousandths(stale),
  unlinked: fromThousandths(unlinked),
  alignment: ratio(aligned, strategicIn({ aligned, stale, unlinked })),
});

/** The mix of cells: one part of their work by standing. */
export const mixOf = (cells: readonly Cell[], part: Part, sizing: Sizing, statusOf: StatusOf): Mix =>
  mixFrom(partSums(cells, part, sizing, statusOf));

/** The mix of cells, with what it covers and what was assumed. */
export const mixFigure = (cells: readonly Cell[], part: Part, sizing: Sizing, statusOf: StatusOf): MixFigure => {
  const sums = partSums(cells, part, sizing, statusOf);
  const mix = mixFrom(sums);
  const unestimated = sizing.measure === 'items' ? 0 : sums.unestimated;
  return {
    ...mix,
    runShare: runShareOf(mix),
    units: sums.units,
    unestimated,
    alignmentRange: assumedRange(sizing, unestimated, (assumed) => mixOf(cells, part, assumed, statusOf).alignment),
  };
};
