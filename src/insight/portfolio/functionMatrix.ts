import type { FunctionKind, FunctionMatrix, FunctionRow } from '../../contract';
import { foldSmall, functionRows } from '../../domain/work/functionMatrix';
import { silosOf } from '../../domain/work/silos';
import { functionCells } from '../../store/blocks/parts';
import { refOf, unknownRef } from '../figures';
import { basisOf } from './basis';
import { matrixParts } from './matrixParts';
import { type Look, type PortfolioViewer, readWork } from './readPortfolio';

/** What each part of the organisation works on, by objective. The parts add up to the whole. At most seven statements. */
export const functionMatrix = async (
  by: FunctionKind,
  look: Look,
  viewer: PortfolioViewer,
  now: number,
): Promise<FunctionMatrix> => {
  const work = await readWork(look, viewer, now);
  const { cascade, sizing } = work;
  const { cells: all, named } = await matrixParts(by, {
    ...work,
    functions: (kind) => functionCells(kind, look.window, work.coverage),
  });
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

const bySizeNamelessLast = (a: FunctionRow, b: FunctionRow): number =>
  Number(a.name === null) - Number(b.name === null) ||
  b.effort.units - a.effort.units ||
  (String(a.name) < String(b.name) ? -1 : 1);
