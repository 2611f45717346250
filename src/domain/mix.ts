import type { ObjectiveStatus } from './objective';
import { ratio, type Range } from './ratio';
import type { Cell } from './rollUp';
import { assumedRange, sizeIn, type Sizing } from './sizing';
import { standingOf, type Standing } from './standing';
import { fromThousandths, type Tally } from './tally';

/** What was or is being worked on in the window, or what is still to do. */
export type Part = 'effort' | 'planned';

/** The size of a scope's work by standing. */
export type Mix = Record<Standing, number> & {
  /** aligned ÷ (aligned + stale + unlinked): run is neither for nor against */
  alignment: number | null;
};

export type MixFigure = Mix & {
  /** run ÷ everything */
  runShare: number | null;
  units: number;
  unestimated: number;
  alignmentRange: Range | null;
};

export type StatusOf = (key: string) => ObjectiveStatus;

/** A cell's share in a part of the work, by standing. Effort is what is doing, or done inside the window; planned is what is to do. */
export const portionsOf = (cell: Cell, part: Part, statusOf: StatusOf): { standing: Standing; tally: Tally }[] => {
  const open = standingOf(cell.serves, false, statusOf);
  if (part === 'planned') return [{ standing: open, tally: cell.todo }];
  return [
    { standing: open, tally: cell.doing },
    { standing: standingOf(cell.serves, true, statusOf), tally: cell.doneInWindow },
  ];
};

/** The mix of a scope's cells. */
export const mixOf = (cells: readonly Cell[], part: Part, sizing: Sizing, statusOf: StatusOf): Mix => {
  const sizes: Record<Standing, number> = { aligned: 0, run: 0, stale: 0, unlinked: 0 };
  for (const cell of cells) {
    for (const { standing, tally } of portionsOf(cell, part, statusOf)) {
      sizes[standing] += sizeIn(sizing, cell.project, tally);
    }
  }
  return {
    aligned: fromThousandths(sizes.aligned),
    run: fromThousandths(sizes.run),
    stale: fromThousandths(sizes.stale),
    unlinked: fromThousandths(sizes.unlinked),
    alignment: ratio(sizes.aligned, sizes.aligned + sizes.stale + sizes.unlinked),
  };
};

/** A mix with what it covers and what was assumed. */
export const mixFigure = (cells: readonly Cell[], part: Part, sizing: Sizing, statusOf: StatusOf): MixFigure => {
  const mix = mixOf(cells, part, sizing, statusOf);
  const tallies = cells.flatMap((cell) => portionsOf(cell, part, statusOf).map(({ tally }) => tally));
  const unestimated = sizing.measure === 'items' ? 0 : tallies.reduce((sum, tally) => sum + tally.unestimated, 0);
  return {
    ...mix,
    runShare: ratio(mix.run, mix.aligned + mix.run + mix.stale + mix.unlinked),
    units: tallies.reduce((sum, tally) => sum + tally.items, 0),
    unestimated,
    alignmentRange: assumedRange(sizing, unestimated, (assumed) => mixOf(cells, part, assumed, statusOf).alignment),
  };
};
