import type { ObjectiveDetail } from '../../contract';
import { mixOf } from '../../domain/work/mix';
import { workFigure, workIn, addWork, NO_WORK } from '../../domain/work/work';
import { peopleServing } from '../../store/blocks/people';
import { refOf } from '../figures';
import { basisOf, byProjectRef } from './basis';
import { shownCheckIns } from './checkIns';
import { shownHistory } from './history';
import { portfolioObjective } from './objectives';
import { type Portrait, portraitFor } from './portrait';
import { isShown, type Look, type PortfolioViewer } from './reading';
import { statedFor } from './stated';

/** As many people as are listed. */
const MOST_PEOPLE = 50;

/** An objective with everything around it. At most ten statements. */
export const objectiveDetail = async (
  key: string,
  look: Look,
  viewer: PortfolioViewer,
  now: number,
): Promise<ObjectiveDetail> => {
  const portrait = await portraitFor(look, viewer, now, { historyOf: key });
  const { cascade, checkIns, coverage, events } = portrait.reading;
  const objective = statedFor(key, cascade, viewer);
  const subtree = cascade.subtree(key);
  // Only people whose work is in projects that the viewer may browse.
  const { people, total } = await peopleServing([...subtree], look.window, [...coverage.hidden], MOST_PEOPLE);
  return {
    basis: basisOf(portrait.reading, viewer),
    objective: portfolioObjective(objective, portrait),
    description: objective.description,
    above: cascade.chain(key).slice(1).map(refOf),
    children: cascade
      .children(key)
      .filter((child) => isShown(child, viewer))
      .map((child) => portfolioObjective(child, portrait)),
    doneBy: portrait.outlook.forecasts.get(key)?.curve ?? [],
    projects: projectsServing(subtree, portrait),
    people,
    peopleTotal: total,
    checkIns: shownCheckIns(checkIns.filter((checkIn) => checkIn.objective === key)),
    history: shownHistory(
      events.filter((event) => event.objective === key),
      cascade,
    ),
    mayEdit: viewer.mayEdit,
    mayCheckIn: viewer.mayEdit || objective.owner === viewer.account,
  };
};

const projectsServing = (subtree: ReadonlySet<string>, { reading }: Portrait): ObjectiveDetail['projects'] =>
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
