import { ALIGNMENT_FORMULA, leftOutOf } from '../../../../shared/explain/explanation';
import { STANDING_NAME } from '../../../../shared/words';
import { allocationTable, FIT_FORMULA } from '../allocation';
import { explainAs, type Explainer } from './common';

const STRATEGIC = ['aligned', 'stale', 'unlinked'] as const;

export const explainResources: Explainer = (portfolio, format) => {
  const { effort, basis, factors, allocations } = portfolio;
  const { alignment, fit } = factors.resources;
  return explainAs('resources', portfolio, format, {
    missing:
      'there was no effort in the window but what runs the business. Work that is in progress or done gives it a value.',
    formula:
      fit === null
        ? 'alignment of effort; there is no allocation fit to multiply it by'
        : 'alignment of effort × allocation fit',
    inputs: [
      {
        name: 'Alignment of effort',
        value: format.fineNumber(alignment),
        meaning: ALIGNMENT_FORMULA,
      },
      {
        name: 'Allocation fit',
        value: format.fineNumber(fit),
        meaning: fit === null ? 'it needs at least two active objectives at the top, and aligned effort' : FIT_FORMULA,
      },
    ],
    tables: [
      {
        title: 'Effort',
        head: ['Standing', 'Size'],
        rows: STRATEGIC.map((standing) => [STANDING_NAME[standing], format.size(effort[standing], basis.measure)]),
      },
      ...(allocations.length > 0 ? [allocationTable(portfolio, format)] : []),
    ],
    leftOut: [
      ...(effort.run > 0 ? [`Run the business: ${format.size(effort.run, basis.measure)}.`] : []),
      ...leftOutOf('effort', basis, format),
    ],
  });
};
