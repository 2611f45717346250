import type { CountedIssues } from '../../contract';
import { AppError } from '../../domain/appError';
import { Cascade } from '../../domain/strategy/cascade';
import { OUTSIDE } from '../../domain/work/countedWork';
import type { CountedRows } from '../../domain/work/functionMatrix';
import { coveredSums } from '../../store/blocks/projectSums';
import { statedAndServed } from '../../store/strategy/statedStrategy';
import { type CountedQuestion, countedIssues } from '../countedIssues';
import { countedTexts, rollUpsIn } from '../countedRollUps';
import { countedRow } from './countedRow';
import type { PortfolioViewer } from './readPortfolio';
import { visibleObjective } from './visibleObjective';

/**
 * The units that a number over projects counts, a page at a time. Counted over the projects that the viewer's numbers
 * cover; listed of those that the viewer may browse.
 * @param row of this row of the matrix only, or of all but some; `null`: of everything
 * @throws AppError `notFound` for an objective that the viewer may not see, `invalid` for weeks of a row
 */
export const countedInPortfolio = async (
  question: CountedQuestion & { row: CountedRows | null },
  viewer: PortfolioViewer,
): Promise<CountedIssues> => {
  const { coverage } = viewer;
  const { row, window, counted } = question;
  if (row !== null && counted.weeks !== null) {
    throw new AppError('invalid', 'Weeks are counted of all projects together: leave the row out.');
  }
  const stated = statedAndServed();
  const servedKey = stated.then((both) => both.servedKey);
  const [of, { objectives, served }] = await Promise.all([
    row === null
      ? Promise.all([coveredSums(countedTexts(question), coverage), servedKey]).then(([sums, key]) => ({
          rollUps: rollUpsIn(sums, question, key),
          parts: null,
        }))
      : countedRow(row, window, viewer, servedKey),
    stated,
  ]);
  const { objective } = counted;
  // Of a key that nobody stated there is nothing to hide.
  const cascade = new Cascade(objectives);
  if (objective !== null && objective !== OUTSIDE && cascade.find(objective.key))
    visibleObjective(objective.key, cascade, viewer);
  return countedIssues(question, {
    ...of,
    cascade,
    served,
    projects: viewer.projects.filter(({ id }) => coverage.covered.has(id)),
    listed: coverage.browsable,
    facets: [],
  });
};
