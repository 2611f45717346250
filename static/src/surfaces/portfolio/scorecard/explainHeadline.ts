import type { PortfolioBasis, PortfolioObjective } from '../../../../../src/contract';
import { opensObjective } from '../../../shared/counted/opened';
import type { Explanation } from '../../../shared/explain/explanation';
import type { Format } from '../../../shared/format';
import { coversOf } from '../explain/coverage';
import { explainKeyResults, explainObjectiveWork } from '../figures/explanations';

/** Explains the progress that an objective is judged by. */
export function explainHeadline(one: PortfolioObjective, basis: PortfolioBasis, format: Format): Explanation {
  if (one.headline === 'work') return explainObjectiveWork(one, basis, format);
  if (one.headline === 'keyResults') return explainKeyResults(one, basis, format);
  return {
    title: `Progress of ${one.objective.key}`,
    value: format.percent(one.progress),
    formula: 'the mean of both, or the one of them that has a value',
    inputs: [
      {
        name: 'Work done',
        value: format.finePercent(one.work.progress),
        ...(one.work.total > 0 && {
          opens: opensObjective(`Work on ${one.objective.key}`, 'all', one.objective.key, basis),
        }),
      },
      { name: 'Key results', value: format.finePercent(one.keyResultProgress) },
    ],
    covers: coversOf(basis, format),
  };
}
