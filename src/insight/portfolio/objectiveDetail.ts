import type { ObjectiveDetail } from '../../contract';
import { mixOf } from '../../domain/mix';
import { workFigure, workIn, addWork, NO_WORK } from '../../domain/work';
import { strategyEvents } from '../../store/strategyEvents';
import { refOf } from '../figures';
import { basisOf, byProjectRef } from './basis';
import { shownCheckIns } from './checkIns';
import { shownHistory } from './history';
import { portfolioObjective } from './objectives';
import { type Portrait, portraitFor } from './portrait';
import { isShown, type Look, type PortfolioViewer } from './reading';
import { statedFor } from './stated';

/** An objective with everything around it. At most ten statements. */
export const objectiveDetail = async (
  key: string,
  look: Look,
  viewer: PortfolioViewer,
  now: number,
): Promise<ObjectiveDetail> => {
  const portrait = await portraitFor(look, viewer, now);
  const { cascade, checkIns } = portrait.reading;
  const objective = statedFor(key, cascade, viewer);
  const subtree = cascade.subtree(key);
  return {
    basis: basisOf(portrait.reading, viewer),
    objective: portfolioObjective(objective, portrait),
    description: objective.description,
    above: cascade.chain(key).slice(1).map(refOf),
    children: cascade
      .children(key)
      .filter((child) => isShown(child, viewer))
      .map((child) => portfolioObjective(child, portrait)),
    projects: projectsServing(subtree, portrait),
    people: peopleServing(subtree, portrait),
    checkIns: shownCheckIns(checkIns.filter((checkIn) => checkIn.objective === key)),
    history: shownHistory(await strategyEvents(0, key), cascade),
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

/** Only people whose work is in projects that the viewer may browse. */
const peopleServing = (subtree: ReadonlySet<string>, { reading }: Portrait): ObjectiveDetail['people'] => {
  const units = new Map<string, number>();
  for (const { assignee, serves, project, units: own } of reading.assignments) {
    if (serves === null || !subtree.has(serves) || reading.coverage.hidden.has(project)) continue;
    units.set(assignee, (units.get(assignee) ?? 0) + own);
  }
  return [...units]
    .map(([accountId, own]) => ({ accountId, units: own }))
    .sort((a, b) => b.units - a.units || (a.accountId < b.accountId ? -1 : 1));
};
