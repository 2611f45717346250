import type { Allocation, Portfolio, PortfolioBasis } from '../../../../../src/contract';
import { apart } from '../../../../../src/domain/scores/allocation';
import { alignedEffort, type Opened, opensOutside } from '../../../shared/counted/opened';
import { entryOf, type Explanation, type ExplanationTable } from '../../../shared/explain/explanation';
import type { Format } from '../../../shared/format';
import { sumOf } from '../../../shared/sumOf';
import { coversOf } from './coverage';
import { objectiveName } from './names';

export const FIT_FORMULA = '1 − ½ Σ |planned share − actual share|';

export const OUTSIDE_THE_PLAN = 'Outside the active plan';

const allocationName = (portfolio: Portfolio, { objective }: Allocation): string =>
  objective === null ? OUTSIDE_THE_PLAN : objectiveName(portfolio, objective);

/** The effort behind an actual share. */
export const shareOpens = ({ objective }: Allocation, basis: PortfolioBasis): Opened =>
  objective === null
    ? opensOutside('Aligned effort outside the active plan', 'effort', basis)
    : alignedEffort(objective, basis);

/** Planned and actual share of each top-level objective, and their difference. */
export function allocationTable(portfolio: Portfolio, format: Format): ExplanationTable {
  const { allocations, basis } = portfolio;
  return {
    title: 'Shares of the aligned effort, by top-level objective',
    head: ['Objective', 'Planned', 'Actual', 'Apart'],
    rows: allocations.map((one) => [
      allocationName(portfolio, one),
      format.finePercent(one.planned),
      entryOf(format.finePercent(one.actual), one.actual, shareOpens(one, basis)),
      format.finePercent(apart(one)),
    ]),
    total: [
      'Σ',
      format.finePercent(sumOf(allocations, ({ planned }) => planned)),
      format.finePercent(sumOf(allocations, ({ actual }) => actual)),
      format.finePercent(sumOf(allocations, apart)),
    ],
  };
}

export function explainFit(portfolio: Portfolio, format: Format): Explanation {
  const { allocations, allocationFit, basis } = portfolio;
  return {
    title: 'Allocation fit',
    value: allocationFit === null ? 'not measurable yet' : format.percent(allocationFit),
    ...(allocationFit === null && {
      missing:
        'Not measurable yet, because it takes at least two active objectives at the top, and work that serves them.',
    }),
    formula: `${FIT_FORMULA}, over the active top-level objectives and what is outside the plan`,
    inputs: [{ name: 'Σ |planned share − actual share|', value: format.finePercent(sumOf(allocations, apart)) }],
    ...(allocations.length > 0 && { tables: [allocationTable(portfolio, format)] }),
    covers: coversOf(basis, format),
    leftOut: ['Effort that runs the business, is stale or serves nothing: only aligned effort has shares.'],
    assumed: ['Planned shares are the weights of the objectives, taken against those of their siblings.'],
  };
}
