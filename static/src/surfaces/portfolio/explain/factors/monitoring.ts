import { measuredShare } from '../../../../../../src/domain/scores/monitoring';
import { sumOf } from '../../../../shared/sumOf';
import { explainAs, NOTHING_PLANNED, type Explainer } from './common';
import { objectiveName } from '../names';

export const explainMonitoring: Explainer = (portfolio, format) => {
  const { objectives } = portfolio.factors.monitoring;
  const { cadenceDays } = portfolio.basis;
  return explainAs('monitoring', portfolio, format, {
    missing: NOTHING_PLANNED,
    formula: `Σ (planned share × measured ÷ key results) ÷ Σ planned share, over the active objectives. Measured: key results that a check-in gave a value in the last ${format.days(cadenceDays)}. An objective without key results counts 0.`,
    inputs: [
      {
        name: 'Σ (planned share × measured ÷ key results)',
        value: format.fineNumber(sumOf(objectives, (one) => one.plannedShare * measuredShare(one))),
      },
      { name: 'Σ planned share', value: format.fineNumber(sumOf(objectives, ({ plannedShare }) => plannedShare)) },
    ],
    tables: [
      {
        title: 'Active objectives',
        head: ['Objective', 'Planned share', 'Key results', 'Measured', 'Share'],
        rows: objectives.map((one) => [
          objectiveName(portfolio, one.key),
          format.finePercent(one.plannedShare),
          format.number(one.keyResults),
          format.number(one.measured),
          format.finePercent(measuredShare(one)),
        ]),
      },
    ],
    leftOut: ['Objectives that are not active.'],
  });
};
