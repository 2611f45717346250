import type { TypicalEstimate } from './estimate';

export const MEASURES = ['items', 'points'] as const;
export type Measure = (typeof MEASURES)[number];

/** A number of units with what is needed to give their size in either measure. */
export type Tally = {
  items: number;
  /** sum of the estimates, in thousandths of a point */
  points: number;
  /** how many of the items have no estimate */
  unestimated: number;
};

export const EMPTY_TALLY: Tally = { items: 0, points: 0, unestimated: 0 };

export const tallyOf = (estimate: number | null): Tally =>
  estimate === null ? { items: 1, points: 0, unestimated: 1 } : { items: 1, points: estimate, unestimated: 0 };

export const addTally = (a: Tally, b: Tally): Tally => ({
  items: a.items + b.items,
  points: a.points + b.points,
  unestimated: a.unestimated + b.unestimated,
});

/** What an unestimated unit is taken for: the project's median, or its 10th or 90th percentile to show how much hangs on that. */
export type Assumption = keyof TypicalEstimate;
export const ASSUMPTIONS = ['median', 'low', 'high'] as const satisfies readonly Assumption[];

/** Sizes are whole thousandths while they are added up, so that no order of adding changes the sum. */
export const fromThousandths = (size: number): number => size / 1000;

/**
 * The size of a tally, in thousandths: of items, or of points with each unestimated unit taken for the project's typical
 * estimate.
 */
export const sizeOf = (
  tally: Tally,
  measure: Measure,
  typical: TypicalEstimate,
  assumption: Assumption = 'median',
): number => (measure === 'items' ? tally.items * 1000 : tally.points + tally.unestimated * typical[assumption]);
