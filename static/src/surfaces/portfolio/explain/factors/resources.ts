import { ALIGNMENT_FORMULA, entryOf, leftOutOf, mixOpens } from '../../../../shared/explain/explanation';
import { STANDING_NAME } from '../../../../shared/words';
import { allocationTable, FIT_FORMULA } from '../allocation';
import { explainAs, type Explainer } from './common';

const STRATEGIC = ['aligned', 'stale', 'unlinked'] as const;

export const explainResources: Explainer = (portfolio, format) => {
  const { effort, basis, factors, allocations } = portfolio;
  const { alignment, fit } = factors.resources;
  const of = { look: { window: basis.window, measure: basis.measure }, filter: null };
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
        rows: STRATEGIC.map((standing) => [
          STANDING_NAME[standing],
          entryOf(format.size(effort[standing], basis.measure), effort[standing], mixOpens('effort', of, standing)),
        ]),
      },
      ...(allocations.length > 0 ? [allocationTable(portfolio, format)] : []),
    ],
    leftOut: [
      ...(effort.run > 0
        ? [
            {
              number: format.size(effort.run, basis.measure),
              opens: mixOpens('effort', of, 'run'),
              text: 'run the business.',
            },
          ]
        : []),
      ...leftOutOf('effort', basis, of, format),
    ],
  });
};
