import type { Day, Measure, ProjectAlignment, ServedObjective, WindowDays, WorkFilter } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import type { Sight } from '../../domain/work/coverage';
import { mixFigure } from '../../domain/work/mix';
import { type Cell, effortOf } from '../../domain/work/cell';
import type { RetagCell } from '../../domain/work/retags';
import { sizeIn, type Sizing } from '../../domain/work/sizing';
import { fromThousandths } from '../../domain/work/tally';
import type { WeekSum } from '../../domain/time/weeks';
import { windowEnding } from '../../domain/time/window';
import { workBelow, workFigure, workIn, type WorkSizes } from '../../domain/work/work';
import { RUN, type Facet } from '../../domain/work/workItem';
import { retagCellsIn } from '../../store/blocks/retagCells';
import { cellsIn, projectTexts, readSums } from '../../store/blocks/projectSums';
import { weeksIn } from '../../store/blocks/weeksAndPeople';
import type { ServedKey } from '../../store/strategy/servedKeys';
import { filteredCells } from '../../store/blocks/filteredCells';
import { statedAndServed } from '../../store/strategy/statedStrategy';
import type { ProjectState } from '../../store/work/projects';
import { coveredSyncState } from '../../site/syncState';
import { refOf, unknownRef } from '../figures';
import { retaggedIn } from '../retagged';
import { overallWork } from './overallWork';
import { projectTrend } from './projectTrend';

export type ProjectQuestion = {
  project: ProjectState;
  window: WindowDays;
  measure: Measure;
  filter: WorkFilter;
  sight: Sight;
  lastReview: Day | null;
};

/** The facets that a filter asks for. */
export const facetsOf = ({ sprint, fixVersion, component }: WorkFilter): Facet[] => [
  ...(sprint ? [`s${sprint}` as const] : []),
  ...(fixVersion ? [`v${fixVersion}` as const] : []),
  ...(component ? [`c${component}` as const] : []),
];

/** Units in these cells that serve nothing. */
export const unlinkedUnits = (cells: readonly Cell[]): ProjectAlignment['unlinked'] => {
  const unlinked = cells.filter(({ serves }) => serves === null);
  return {
    effort: unlinked.reduce((sum, cell) => sum + effortOf(cell).items, 0),
    planned: unlinked.reduce((sum, { todo }) => sum + todo.items, 0),
  };
};

/**
 * A project's figures, from its blocks; with a filter, counted from its work items. A handful of statements either way.
 */
export const projectAlignment = async (
  { project, window: days, measure, filter, sight, lastReview }: ProjectQuestion,
  now: number,
): Promise<ProjectAlignment> => {
  const facets = facetsOf(filter);
  const window = windowEnding(project.refreshedDay, days);
  const sizing: Sizing = { measure, typical: new Map([[project.id, project.typical]]) };
  const look = { days, asOf: window.to };
  const stated = statedAndServed();
  const keys = stated.then(({ servedKey }) => servedKey);
  const [{ cells, weeks, retags }, { objectives }, own, sync] = await Promise.all([
    facets.length === 0
      ? keptWork(project.id, { ...look, sizing }, keys)
      : filteredCells({ project: project.id, facets }, look, keys).then((found) => ({ ...found, weeks: null })),
    stated,
    overallWork(measure, sight, keys),
    coveredSyncState(sight.coverage, now, project.id),
  ]);
  const cascade = new Cascade(objectives);
  const total = (count: (cell: Cell) => number): number => cells.reduce((sum, cell) => sum + count(cell), 0);
  const ref = { id: String(project.id), key: project.key, name: project.name };
  const effort = mixFigure(cells, 'effort', sizing, cascade.statusOf);
  return {
    project: ref,
    basis: {
      asOf: new Date(project.refreshedAt).toISOString(),
      ...window,
      measure,
      undated: total(({ undated }) => undated),
      dropped: total(({ dropped }) => dropped),
      unknownParents: total(({ unknownParents }) => unknownParents),
      median: measure === 'items' ? null : fromThousandths(project.typical.median),
    },
    effort,
    planned: mixFigure(cells, 'planned', sizing, cascade.statusOf),
    covers: sight.coverage.covers,
    objectives: servedObjectives(cells, cascade, sizing, own),
    retags: retaggedIn({ cells, retags, sizing, statusOf: cascade.statusOf, days, window }, effort, {
      lastReview: facets.length === 0 ? lastReview : 'notWhole',
      refOf: () => ref,
    }),
    unlinked: unlinkedUnits(cells),
    trend: weeks && (await projectTrend(project.id, { window, weeks, effort, measure, statusOf: cascade.statusOf })),
    sync,
  };
};

/** A project's work as its row holds it. One statement. */
const keptWork = async (
  project: number,
  { days, asOf, sizing }: { days: WindowDays; asOf: number; sizing: Sizing },
  keys: Promise<ServedKey>,
): Promise<{ cells: Cell[]; weeks: WeekSum[]; retags: RetagCell[] }> => {
  const [sums, servedKey] = await Promise.all([readSums(projectTexts(sizing.measure), [project]), keys]);
  return {
    cells: cellsIn(sums, days, servedKey),
    weeks: weeksIn(sums, { asOf, sizing, servedKey }),
    retags: retagCellsIn(sums, servedKey),
  };
};

/** The objectives of these cells, most effort first. */
const servedObjectives = (
  cells: readonly Cell[],
  cascade: Cascade,
  sizing: Sizing,
  own: ReadonlyMap<string, WorkSizes> | null,
): ServedObjective[] =>
  cells
    .flatMap((cell) => {
      const { serves } = cell;
      if (serves === null || serves === RUN) return [];
      const stated = cascade.find(serves);
      return {
        objective: stated ? refOf(stated) : unknownRef(serves),
        here: workFigure(workIn(cell, sizing)),
        effort: fromThousandths(sizeIn(sizing, cell.project, effortOf(cell))),
        overall: own && workBelow(cascade.subtree(serves), own),
      };
    })
    .sort((a, b) => b.effort - a.effort || b.here.total - a.here.total || (a.objective.key < b.objective.key ? -1 : 1));
