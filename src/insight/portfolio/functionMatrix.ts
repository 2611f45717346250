import type { FunctionKind, FunctionMatrix, FunctionRow, ProjectRef } from '../../contract';
import { foldSmall, functionRows, HIDDEN, NONE, OTHER, type PartCell } from '../../domain/work/functionMatrix';
import { silosOf } from '../../domain/work/silos';
import { functionCells } from '../../store/blocks/parts';
import { refOf, unknownRef } from '../figures';
import { basisOf, projectRef } from './basis';
import { type Look, type PortfolioViewer, readWork, type WorkReading } from './readPortfolio';

type Named = { name: string; project: ProjectRef | null };
type Parts = { cells: PartCell<string>[]; named: ReadonlyMap<string, Named> };

/** What each part of the organisation works on, by objective. The parts add up to the whole. At most seven statements. */
export const functionMatrix = async (
  by: FunctionKind,
  look: Look,
  viewer: PortfolioViewer,
  now: number,
): Promise<FunctionMatrix> => {
  const work = await readWork(look, viewer, now);
  const { cascade, sizing } = work;
  const { cells: all, named } =
    by === 'team' || by === 'component' ? await partsOfWork(by, work) : partsOfProjects(by, work);
  const cells = foldSmall(all);
  const functions = functionRows(cells, cascade, sizing).map(({ part, ...row }): FunctionRow => {
    const { name = null, project = null } = named.get(part) ?? {};
    return { id: part, name, project, ...row };
  });
  const served = new Set(functions.flatMap((row) => row.cells.map(({ objective }) => objective)));
  return {
    basis: basisOf(work, viewer),
    by,
    functions: functions.sort(bySizeNamelessLast),
    objectives: [
      ...cascade.objectives.filter(({ key }) => served.has(key)).map(refOf),
      ...[...served].filter((key) => !cascade.find(key)).map(unknownRef),
    ].map((objective) => ({ ...objective, top: cascade.activeTop(objective.key) })),
    silos: silosOf(cells, ({ part }) => (named.has(part) ? part : null), cascade).map(({ objective, servedBy }) => ({
      objective,
      servedBy,
    })),
  };
};

const partsOfProjects = (by: 'project' | 'category', work: WorkReading): Parts => {
  const named = new Map<string, Named>();
  const cells = work.cells.map((cell) => {
    const project = projectRef(cell.project, work);
    const category = work.projects.get(cell.project)?.category ?? null;
    const part = by === 'project' ? (project?.id ?? HIDDEN) : (category?.id ?? NONE);
    if (by === 'project' && project) named.set(part, { name: project.name, project });
    if (by === 'category' && category) named.set(part, { name: category.name, project: null });
    return { ...cell, part };
  });
  return { cells, named };
};

/**
 * The parts by team or component. A name is only for those who may browse a project that has work of it.
 */
const partsOfWork = async (by: 'team' | 'component', work: WorkReading): Promise<Parts> => {
  const named = new Map<string, Named>();
  const covered = await functionCells(by, work.look.window, work.coverage);
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

const bySizeNamelessLast = (a: FunctionRow, b: FunctionRow): number =>
  Number(a.name === null) - Number(b.name === null) ||
  b.effort.units - a.effort.units ||
  (String(a.name) < String(b.name) ? -1 : 1);
