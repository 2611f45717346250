import type { CountedIssues } from '../../contract';
import { AppError } from '../../domain/appError';
import { Cascade } from '../../domain/strategy/cascade';
import { coveredSums } from '../../store/blocks/projectSums';
import { servedBothWays } from '../../store/strategy/servedKeys';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { type CountedQuestion, countedIssues } from '../countedIssues';
import { countedTexts, rollUpsIn } from '../countedRollUps';
import type { PortfolioViewer } from './readPortfolio';
import { visibleObjective } from './visibleObjective';

/**
 * The units that a number over projects counts, a page at a time. Counted over the projects that the viewer's numbers
 * cover; listed of those that the viewer may browse.
 * @param project of this one only; `null`: of all
 * @throws AppError `notFound` for a project or an objective that the viewer may not see
 */
export const countedInPortfolio = async (
  question: CountedQuestion & { project: string | null },
  viewer: PortfolioViewer,
): Promise<CountedIssues> => {
  const { coverage } = viewer;
  const only = question.project === null ? null : Number(question.project);
  if (only !== null && !coverage.browsable.has(only)) {
    throw new AppError('notFound', 'This project does not exist, or you may not see it.');
  }
  const asked = only === null ? coverage : { ...coverage, covers: 'browsable' as const, covered: new Set([only]) };
  const [sums, objectives, { servedKey, served }] = await Promise.all([
    coveredSums(countedTexts(question), asked),
    statedObjectives(),
    servedBothWays(),
  ]);
  const { objective } = question.counted;
  // Of a key that nobody stated there is nothing to hide.
  const cascade = new Cascade(objectives);
  if (objective !== null && cascade.find(objective.key)) visibleObjective(objective.key, cascade, viewer);
  return countedIssues(question, {
    rollUps: rollUpsIn(sums, question, servedKey),
    cascade,
    served,
    projects: viewer.projects.filter(({ id }) => asked.covered.has(id)),
    listed: new Set([...asked.covered].filter((id) => coverage.browsable.has(id))),
    facets: [],
  });
};
