import { STANDINGS } from '../../../../src/domain/work/standing';
import type { MixFigure } from '../../../../src/contract';
import type { Listed } from '../counted/opened';
import type { Format } from '../format';
import { STANDING_NAME } from '../words';
import { type Explanation, leftOutOf, mixOpens, type WorkBasis } from './explanation';

export const RUN_FORMULA = 'run the business ÷ everything';

/**
 * Explains the share of Run the business in the effort.
 * @param of where its issues are
 * @param covers the projects, if that is not obvious
 */
export const explainRun = (
  effort: MixFigure,
  { basis, of }: { basis: WorkBasis; of: Listed },
  format: Format,
  covers: string[] = [],
): Explanation => ({
  title: 'Run share of the effort',
  value: effort.runShare === null ? 'No value: there is no effort in the window' : format.percent(effort.runShare),
  formula: RUN_FORMULA,
  inputs: STANDINGS.map((standing) => ({
    name: STANDING_NAME[standing],
    value: format.size(effort[standing], basis.measure),
    ...(effort[standing] > 0 && { opens: mixOpens('effort', of, standing) }),
  })),
  covers: [
    ...covers,
    `From ${format.day(basis.from)} to ${format.day(basis.to)}. Figures as of ${format.time(basis.asOf)}.`,
  ],
  leftOut: leftOutOf('effort', basis, of, format),
  ...(effort.run > 0 && { opens: mixOpens('effort', of, 'run') }),
});
