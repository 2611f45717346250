import { type TypicalEstimate, typicalEstimate } from './estimate';
import { rangeOf, type Range } from '../ratio';
import { sizeOf, type Assumption, type Measure, type Tally } from './tally';

/** How the units of several projects are sized: each project's unestimated units by that project's own typical estimate. */
export type Sizing = {
  measure: Measure;
  /** by project id; a project without an entry has no estimates */
  typical: ReadonlyMap<number, TypicalEstimate>;
  /** the median, unless a range is asked for */
  assumption?: Assumption;
};

const NO_ESTIMATES = typicalEstimate([]);

/** The size of some units of a project, in thousandths. */
export const sizeIn = (sizing: Sizing, project: number, tally: Tally, assumption = sizing.assumption): number =>
  sizeOf(tally, sizing.measure, sizing.typical.get(project) ?? NO_ESTIMATES, assumption);

/** The range a ratio takes with every unestimated unit at its project's 10th or 90th percentile; `null` where none was assumed. */
export const assumedRange = (
  sizing: Sizing,
  unestimated: number,
  value: (sizing: Sizing) => number | null,
): Range | null =>
  sizing.measure === 'items' || unestimated === 0
    ? null
    : rangeOf(value({ ...sizing, assumption: 'low' }), value({ ...sizing, assumption: 'high' }));
