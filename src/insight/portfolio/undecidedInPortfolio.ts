import type { UndecidedWork } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { cellsIn, readSums } from '../../store/blocks/projectSums';
import { statedAndServed } from '../../store/strategy/statedStrategy';
import { type UndecidedQuestion, undecidedWork } from '../undecidedWork';
import type { PortfolioViewer } from './readPortfolio';

/** The units that want a decision in every project that the viewer may browse, a page at a time. */
export const undecidedInPortfolio = async (
  question: UndecidedQuestion,
  { coverage, projects }: Pick<PortfolioViewer, 'coverage' | 'projects'>,
): Promise<UndecidedWork> => {
  const browsable = projects.filter(({ id, refreshedAt }) => coverage.browsable.has(id) && refreshedAt > 0);
  const [sums, { objectives, servedKey, served }] = await Promise.all([
    readSums(
      ['cells'],
      browsable.map(({ id }) => id),
    ),
    statedAndServed(),
  ]);
  const cells = cellsIn(sums, question.window, servedKey);
  return undecidedWork(question, { cells, cascade: new Cascade(objectives), served, projects: browsable, facets: [] });
};
