import { isTold } from '../../../../../../src/domain/scores/communication';
import { entryOf, leftOutOf, mixOpens } from '../../../../shared/explain/explanation';
import { sumOf } from '../../../../shared/sumOf';
import { explainAs, yesNo, type Explainer } from './common';
import { objectiveName, projectName } from '../names';
import { projectEffort } from '../projectEffort';

export const explainCommunication: Explainer = (portfolio, format) => {
  const { reach, projects, narrative, objectives } = portfolio.factors.communication;
  const { measure, window, cadenceDays } = portfolio.basis;
  const of = { look: { window, measure }, filter: null };
  const effort = sumOf(projects, (project) => project.effort);
  const reached = sumOf(projects, (project) => project.reached);
  const told = objectives.filter(isTold).length;
  return explainAs('communication', portfolio, format, {
    missing:
      'there is neither effort in the window nor an active objective. Work in progress, or a check-in on an active objective, gives it a value.',
    formula:
      reach === null || narrative === null
        ? 'the one of reach and narrative that has a value'
        : '(reach + narrative) ÷ 2',
    inputs: [
      {
        name: 'Reach',
        value: format.fineNumber(reach),
        meaning: `effort of the projects that the strategy reaches ÷ all effort: ${format.number(reached)} ÷ ${format.number(effort)}`,
      },
      {
        name: 'Narrative',
        value: format.fineNumber(narrative),
        meaning: `active objectives whose newest check-in has a note and is at most ${format.days(cadenceDays)} old: ${format.number(told)} of ${format.number(objectives.length)}`,
      },
    ],
    tables: [
      {
        title: 'Reach: a project counts with all its effort if some of it serves an active objective',
        head: ['Project', 'Effort', 'Of it reached'],
        rows: projects.map((one) => [
          projectName(one.project),
          entryOf(format.size(one.effort, measure), one.effort, projectEffort(one.project, portfolio.basis)),
          entryOf(format.size(one.reached, measure), one.reached, projectEffort(one.project, portfolio.basis)),
        ]),
        total: [
          'All',
          entryOf(format.size(effort, measure), effort, mixOpens('effort', of)),
          format.size(reached, measure),
        ],
      },
      {
        title: 'Narrative: the newest check-in on each active objective',
        head: ['Objective', 'Newest check-in', 'Has a note', 'In time'],
        rows: objectives.map((one) => [
          objectiveName(portfolio, one.key),
          one.newest === null ? 'none yet' : format.day(one.newest),
          yesNo(one.hasNote),
          yesNo(one.within),
        ]),
      },
    ],
    leftOut: leftOutOf('effort', portfolio.basis, of, format),
  });
};
