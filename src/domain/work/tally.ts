import type { TypicalEstimate } from './estimate';

export const MEASURES = ['items', 'points'] as const;
export type Measure = (typeof MEASURES)[number];

/** A number of units, with what is needed to size them in either measure. */
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

/**
 * The size assumed for an unestimated unit: the project's median, or its 10th or 90th percentile to show the possible
 * range.
 */
export type Assumption = keyof TypicalEstimate;
export const ASSUMPTIONS = ['median', 'low', 'high'] as const satisfies readonly Assumption[];

/** From thousandths. Sizes are added up as whole thousandths, so that the order of adding does not change the sum. */
export const fromThousandths = (size: number): number => size / 1000;

/** A tally's size in thousandths: its items, or its points with each unestimated unit at the typical estimate. */
export const sizeOf = (
  tally: Tally,
  measure: Measure,
  typical: TypicalEstimate,
  assumption: Assumption = 'median',
): number => (measure === 'items' ? tally.items * 1000 : tally.points + tally.unestimated * typical[assumption]);
