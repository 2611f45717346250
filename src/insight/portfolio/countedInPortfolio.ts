import type { CountedIssues } from '../../contract';
import { AppError } from '../../domain/appError';
import { Cascade } from '../../domain/strategy/cascade';
import { type CountedWork, OUTSIDE } from '../../domain/work/countedWork';
import type { CountedRows } from '../../domain/work/functionMatrix';
import type { Coverage } from '../../domain/work/coverage';
import { personServing } from '../../store/blocks/people';
import { coveredSums } from '../../store/blocks/projectSums';
import type { ServedKey } from '../../store/strategy/servedKeys';
import { statedAndServed } from '../../store/strategy/statedStrategy';
import { type CountedQuestion, type CountedScope, countedIssues } from '../countedIssues';
import { countedTexts, rollUpsIn } from '../countedRollUps';
import { countedRow } from './countedRow';
import type { PortfolioViewer } from './readPortfolio';
import { shownPeople } from './shownPeople';
import { visibleObjective } from './visibleObjective';

type Question = CountedQuestion & { row: CountedRows | null };

/** What is counted, and of which parts and whom. */
type Counted = Pick<CountedScope, 'rollUps' | 'parts' | 'assignee'>;

/**
 * The units that a number over projects counts, a page at a time. Counted over the projects that the viewer's numbers
 * cover, a person's over those that the viewer may browse; listed of those that the viewer may browse.
 * @param row of this row of the matrix only, or of all but some; `null`: of everything
 * @throws AppError `notFound` for an objective that the viewer may not see, `invalid` for weeks or a person's work of a row,
 *   for retags of a row that is no project, or for what is below an issue
 */
export const countedInPortfolio = async (question: Question, viewer: PortfolioViewer): Promise<CountedIssues> => {
  const { coverage } = viewer;
  const { row, counted } = question;
  if (row !== null && (counted.weeks !== null || counted.assignee !== undefined)) {
    throw new AppError(
      'invalid',
      'Weeks, and what a person does, are counted of all projects together: leave the row out.',
    );
  }
  if (counted.below !== undefined)
    throw new AppError('invalid', 'What is below an issue is counted on a project’s page.');
  const stated = statedAndServed();
  const servedKey = stated.then((both) => both.servedKey);
  const cascade = stated.then(({ objectives }) => new Cascade(objectives));
  const [of, known, { served }] = await Promise.all([
    counted.assignee === undefined
      ? countedIn(question, viewer, servedKey)
      : countedOf(counted.assignee, question, viewer, { cascade: await cascade, served: (await stated).served }),
    cascade,
    stated,
  ]);
  refuseUnlessVisible(counted, known, viewer);
  return countedIssues(question, {
    ...of,
    cascade: known,
    served,
    projects: viewer.projects.filter(({ id }) => coverage.covered.has(id)),
    listed: coverage.browsable,
    facets: [],
  });
};

/** @throws AppError `notFound` for an objective that the viewer may not see. Of a key that nobody stated there is nothing to hide. */
const refuseUnlessVisible = ({ objective }: CountedWork, cascade: Cascade, viewer: PortfolioViewer): void => {
  if (objective !== null && objective !== OUTSIDE && cascade.find(objective.key))
    visibleObjective(objective.key, cascade, viewer);
};

/** Of everything, or of a row of the matrix. */
const countedIn = async (question: Question, viewer: PortfolioViewer, key: Promise<ServedKey>): Promise<Counted> => {
  const { row, window, counted } = question;
  if (row !== null && counted.retags === undefined)
    return { ...(await countedRow(row, window, viewer, key)), assignee: null };
  const covered = projectsOf(row, viewer.coverage);
  const [sums, servedKey] = await Promise.all([coveredSums(countedTexts(question), covered), key]);
  return { rollUps: rollUpsIn(sums, question, servedKey), parts: null, assignee: null };
};

/** Of one person, as far as the viewer is told who works on the objective. Two statements. */
const countedOf = async (
  accountId: string,
  { counted: { objective }, window }: Question,
  viewer: PortfolioViewer,
  { cascade, served }: Pick<CountedScope, 'cascade' | 'served'>,
): Promise<Counted> => {
  const nothing = { rollUps: { cells: [] }, parts: null, assignee: null };
  if (objective === null || objective === OUTSIDE) return nothing;
  const objectives = objective.below ? [...cascade.subtree(objective.key)] : [objective.key];
  const asked = { objectives, served, days: window, projects: [...viewer.coverage.browsable] };
  const { people, of, cells } = await personServing(asked, accountId);
  if (of === null || (await shownPeople([of], people.length, viewer)).length === 0) return nothing;
  return { rollUps: { cells }, parts: null, assignee: of.person };
};

/** Of a viewer's coverage all, or the project of a row, if they may browse it. */
const projectsOf = (row: CountedRows | null, coverage: Coverage): Coverage => {
  if (row === null) return coverage;
  if (!('id' in row) || row.by !== 'project') {
    throw new AppError('invalid', 'Retags are counted of all projects together, or of one: leave the row out.');
  }
  const covered = new Set([Number(row.id)].filter((id) => coverage.browsable.has(id)));
  return { ...coverage, covers: 'browsable', covered };
};
