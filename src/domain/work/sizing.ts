import { type TypicalEstimate, typicalEstimate } from './estimate';
import { rangeOf, type Range } from '../ratio';
import { sizeOf, type Assumption, type Measure, type Tally } from './tally';

/** How units are sized: unestimated ones by their own project's typical estimate. */
export type Sizing = {
  measure: Measure;
  /** by project id; no entry: the project has no estimates */
  typical: ReadonlyMap<number, TypicalEstimate>;
  /** default: the median */
  assumption?: Assumption;
};

const NO_ESTIMATES = typicalEstimate([]);

/** The size of a project's units, in thousandths. */
export const sizeIn = (sizing: Sizing, project: number, tally: Tally, assumption = sizing.assumption): number =>
  sizeOf(tally, sizing.measure, sizing.typical.get(project) ?? NO_ESTIMATES, assumption);

/**
 * The range of a ratio with every unestimated unit at its project's 10th or 90th percentile; `null`: none was assumed.
 */
export const assumedRange = (
  sizing: Sizing,
  unestimated: number,
  value: (sizing: Sizing) => number | null,
): Range | null =>
  sizing.measure === 'items' || unestimated === 0
    ? null
    : rangeOf(value({ ...sizing, assumption: 'low' }), value({ ...sizing, assumption: 'high' }));
