import type { ObjectiveDetail } from '../../contract';
import { curveOf } from '../../domain/forecast/forecast';
import { weeklyFlow } from '../../domain/forecast/weeklyFlow';
import { mixOf } from '../../domain/work/mix';
import { workFigure, workIn, addWork, NO_WORK } from '../../domain/work/work';
import { peopleServing } from '../../store/blocks/people';
import { refOf } from '../figures';
import { basisOf, byProjectRef } from './basis';
import { checkInsOf } from './checkIns';
import { portfolioObjective } from './objectives';
import { type PortfolioFigures, portfolioFiguresFor } from './portfolioFigures';
import type { Look, PortfolioViewer } from './readPortfolio';
import { shownPeople } from './shownPeople';
import { isShown, visibleObjective } from './visibleObjective';

/** Objectives below it that are listed. */
const MOST_CHILDREN = 200;
/** People listed. */
const MOST_PEOPLE = 50;

/** Everything about one objective. At most ten statements. */
export const objectiveDetail = async (
  key: string,
  look: Look,
  viewer: PortfolioViewer,
  now: number,
): Promise<ObjectiveDetail> => {
  const figures = await portfolioFiguresFor(look, viewer, now, { own: key });
  const { cascade, coverage, served, description } = figures.reading;
  const objective = visibleObjective(key, cascade, viewer);
  const subtree = cascade.subtree(key);
  // Only people with work in projects that the viewer may browse.
  const [people, said] = await Promise.all([
    peopleServing({ objectives: [...subtree], served, days: look.window, projects: [...coverage.browsable] }),
    checkInsOf(key, null, viewer),
  ]);
  const listed = await shownPeople(people.slice(0, MOST_PEOPLE), people.length, viewer);
  const foretold = figures.outlook.forecasts.get(key);
  const below = cascade.children(key).filter((child) => isShown(child, viewer));
  return {
    basis: basisOf(figures.reading, viewer),
    objective: portfolioObjective(objective, figures),
    description,
    above: cascade.chain(key).slice(1).map(refOf),
    children: below.slice(0, MOST_CHILDREN).map((child) => portfolioObjective(child, figures)),
    childrenTotal: below.length,
    flow: weeklyFlow(subtree, figures.reading.weeks, figures.reading.asOf),
    doneBy: foretold ? curveOf(foretold.outset, figures.reading.asOf) : [],
    projects: projectsServing(subtree, figures),
    people: listed.map(({ accountId, units }) => ({ accountId, units })),
    peopleTotal: people.length,
    ...said,
    mayEdit: viewer.mayEdit,
    mayCheckIn: viewer.mayEdit || objective.owner === viewer.account,
  };
};

const projectsServing = (subtree: ReadonlySet<string>, { reading }: PortfolioFigures): ObjectiveDetail['projects'] =>
  byProjectRef(
    reading.cells.filter(({ serves }) => serves !== null && subtree.has(serves)),
    ({ project }) => project,
    reading,
    (cells, project) => ({
      project,
      effort: mixOf(cells, 'effort', reading.sizing, reading.cascade.statusOf).aligned,
      work: workFigure(cells.reduce((sum, cell) => addWork(sum, workIn(cell, reading.sizing)), NO_WORK)),
    }),
  );
