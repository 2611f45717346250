import { PARTS_OF_CLARITY, partsMet } from '../../../../../../src/domain/scores/clarity';
import { sumOf } from '../../../../shared/sumOf';
import { explainAs, NOTHING_PLANNED, yesNo, type Explainer } from './common';
import { objectiveName } from '../names';

export const explainClarity: Explainer = (portfolio, format) => {
  const { objectives } = portfolio.factors.clarity;
  return explainAs('clarity', portfolio, format, {
    missing: NOTHING_PLANNED,
    formula:
      'Σ (planned share × met ÷ 4) ÷ Σ planned share, over the active objectives. Met: how many it has of an owner, a description, a key result with baseline and target (or a range), and both start and target dates.',
    inputs: [
      {
        name: 'Σ (planned share × met ÷ 4)',
        value: format.fineNumber(sumOf(objectives, (one) => (one.plannedShare * partsMet(one)) / PARTS_OF_CLARITY)),
      },
      { name: 'Σ planned share', value: format.fineNumber(sumOf(objectives, ({ plannedShare }) => plannedShare)) },
    ],
    tables: [
      {
        title: 'Active objectives',
        head: ['Objective', 'Planned share', 'Owner', 'Description', 'Key result', 'Dates', 'Met'],
        rows: objectives.map((one) => [
          objectiveName(portfolio, one.key),
          format.finePercent(one.plannedShare),
          yesNo(one.owner),
          yesNo(one.description),
          yesNo(one.keyResult),
          yesNo(one.dates),
          `${partsMet(one)} of ${PARTS_OF_CLARITY}`,
        ]),
      },
    ],
    leftOut: ['Objectives that are not active.'],
  });
};
