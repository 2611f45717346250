import type { FunctionKind, ProjectRef } from '../../contract';
import type { FunctionPartKind } from '../../domain/work/blockFigures';
import type { Cell } from '../../domain/work/cell';
import { HIDDEN, NONE, OTHER, type PartCell } from '../../domain/work/functionMatrix';
import type { NumberedCell } from '../../store/blocks/parts';
import { projectRef } from './basis';
import type { WorkReading } from './readPortfolio';

type Named = { name: string; project: ProjectRef | null };

/** A cell of a row of the matrix. `number`: of the component or team, as stored; `null`: rows are of whole projects */
export type MatrixCell = PartCell<string> & { number: number | null };

/** The cells of the matrix by the id of their row, and the names of rows that the viewer may know. */
export type MatrixParts = { cells: MatrixCell[]; named: ReadonlyMap<string, Named> };

/** What the matrix is made of. `functions`: reads the cells by component or team */
type Work = Pick<WorkReading, 'coverage' | 'projects'> & {
  cells: readonly Cell[];
  functions: (kind: FunctionPartKind) => Promise<NumberedCell[]>;
};

/** The parts that the rows of the matrix are of, however small they are. */
export const matrixParts = async (by: FunctionKind, work: Work): Promise<MatrixParts> =>
  by === 'team' || by === 'component' ? await partsOfWork(by, work) : partsOfProjects(by, work);

const partsOfProjects = (by: 'project' | 'category', work: Work): MatrixParts => {
  const named = new Map<string, Named>();
  const cells = work.cells.map((cell) => {
    const project = projectRef(cell.project, work);
    const category = work.projects.get(cell.project)?.category ?? null;
    const part = by === 'project' ? (project?.id ?? HIDDEN) : (category?.id ?? NONE);
    if (by === 'project' && project) named.set(part, { name: project.name, project });
    if (by === 'category' && category) named.set(part, { name: category.name, project: null });
    return { ...cell, part, number: null };
  });
  return { cells, named };
};

/** The parts by team or component. A name is only for those who may browse a project that has work of it. */
const partsOfWork = async (by: FunctionPartKind, work: Work): Promise<MatrixParts> => {
  const named = new Map<string, Named>();
  const covered = await work.functions(by);
  for (const { part, project: id } of covered) {
    const project = projectRef(id, work);
    if (part !== null && part !== 'other' && project)
      named.set(part.id, { name: part.name, project: by === 'component' ? project : null });
  }
  const cells = covered.map(({ part, ...cell }) => ({
    ...cell,
    part: part === null ? NONE : part === 'other' ? OTHER : named.has(part.id) ? part.id : HIDDEN,
  }));
  return { cells, named };
};
