import type { FunctionMatrix, FunctionRow, ProjectRef } from '../../../src/contract';
import { HIDDEN } from '../../../src/domain/work/functionMatrix';
import { objectiveRef, objectives } from './objectiveSamples';
import { basis, marketing, projects, stores, till, web } from './portfolioSamples';

/** Aligned effort and planned work by objective, then what of both is stale. */
type Cells = Record<string, [effort: number, planned: number, staleEffort?: number, stalePlanned?: number]>;

const CELLS: [project: ProjectRef | null, cells: Cells][] = [
  [web, { 'OBJ-2': [8, 6], 'OBJ-8': [14, 8], 'OBJ-5': [8, 6], 'OBJ-14': [0, 0, 2, 1] }],
  [till, { 'OBJ-2': [2, 0], 'OBJ-8': [8, 6], 'OBJ-4': [6, 6], 'OBJ-14': [0, 0, 2, 2] }],
  [stores, { 'OBJ-5': [1, 0], 'OBJ-3': [3, 6], 'OBJ-4': [4, 2] }],
  [marketing, { 'OBJ-3': [0, 2] }],
  [null, { 'OBJ-2': [1, 0], 'OBJ-5': [0, 2], 'OBJ-4': [2, 0], 'OBJ-14': [3, 0] }],
];

const TOPS: Record<string, string | null> = { 'OBJ-2': 'OBJ-1', 'OBJ-8': 'OBJ-1', 'OBJ-5': 'OBJ-1', 'OBJ-14': null };

const rowOf = ([project, cells]: (typeof CELLS)[number]): FunctionRow => {
  const figures = projects.find((one) => one.project?.id === project?.id);
  if (!figures) throw new Error('A row without its project.');
  return {
    id: project?.id ?? HIDDEN,
    name: project?.name ?? null,
    project,
    effort: figures.effort,
    planned: figures.planned,
    cells: Object.entries(cells).map(([objective, [effort, planned, staleEffort = 0, stalePlanned = 0]]) => ({
      objective,
      effort: { aligned: effort, stale: staleEffort },
      planned: { aligned: planned, stale: stalePlanned },
    })),
  };
};

const named = ['OBJ-2', 'OBJ-8', 'OBJ-5', 'OBJ-3', 'OBJ-4', 'OBJ-14'];

/** The same work as the portfolio's, by project. */
export const functionMatrix: FunctionMatrix = {
  basis,
  by: 'project',
  functions: CELLS.map(rowOf),
  objectives: named.map((key) => ({
    ...(objectives.find(({ objective }) => objective.key === key)?.objective ?? objectiveRef(key, '')),
    top: TOPS[key] === undefined ? key : TOPS[key],
  })),
  silos: [{ objective: 'OBJ-3', servedBy: stores.id }],
};
