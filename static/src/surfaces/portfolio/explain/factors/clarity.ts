import { partsAsked, partsMet } from '../../../../../../src/domain/scores/clarity';
import { sumOf } from '../../../../shared/sumOf';
import { explainAs, NOTHING_PLANNED, yesNo, type Explainer } from './common';
import { objectiveName } from '../names';

export const explainClarity: Explainer = (portfolio, format) => {
  const { objectives } = portfolio.factors.clarity;
  return explainAs('clarity', portfolio, format, {
    missing: NOTHING_PLANNED,
    formula:
      'Σ (planned share × met ÷ asked) ÷ Σ planned share, over the active objectives. Asked: an owner, a description, a key result with baseline and target (or a range), and both start and target dates; of an objective that is an issue not the description, which is in Jira. Met: how many of these it has.',
    inputs: [
      {
        name: 'Σ (planned share × met ÷ asked)',
        value: format.fineNumber(sumOf(objectives, (one) => (one.plannedShare * partsMet(one)) / partsAsked(one))),
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
          one.description === null ? 'in Jira' : yesNo(one.description),
          yesNo(one.keyResult),
          yesNo(one.dates),
          `${partsMet(one)} of ${partsAsked(one)}`,
        ]),
      },
    ],
    leftOut: ['Objectives that are not active.'],
  });
};
