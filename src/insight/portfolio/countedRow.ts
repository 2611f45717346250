import type { WindowDays } from '../../contract';
import { gatheredBy } from '../../domain/gatheredBy';
import { OTHER_PARTS, type FunctionPartKind } from '../../domain/work/blockFigures';
import { foldSmall, OTHER, type PartId } from '../../domain/work/functionMatrix';
import { functionCells } from '../../store/blocks/parts';
import { cellsIn, coveredSums } from '../../store/blocks/projectSums';
import type { ServedKey } from '../../store/strategy/servedKeys';
import type { HeldParts } from '../../store/work/units';
import type { CountedScope } from '../countedIssues';
import { type MatrixCell, matrixParts } from './matrixParts';
import type { PortfolioViewer } from './readPortfolio';

/**
 * One row of the matrix: its cells, and the components or teams of each project that it holds. At most two statements,
 * and one with the keys of what is served.
 */
export const countedRow = async (
  { by, id }: PartId,
  window: WindowDays,
  { coverage, projects }: PortfolioViewer,
  servedKey: Promise<ServedKey>,
): Promise<Pick<CountedScope, 'rollUps' | 'parts'>> => {
  const kind = by === 'team' || by === 'component' ? by : null;
  const sums = kind === null ? await coveredSums(['cells'], coverage) : [];
  const { cells: all } = await matrixParts(by, {
    coverage,
    projects: new Map(projects.map((project) => [project.id, project])),
    cells: cellsIn(sums, window, await servedKey),
    functions: (asked) => functionCells(asked, window, coverage, servedKey),
  });
  // Only the row of the smallest depends on which those are.
  const cells = id === OTHER ? foldSmall(all) : all;
  return {
    rollUps: { cells: cells.filter(({ part }) => part === id) },
    parts: kind && partsHeld(kind, cells, id),
  };
};

/** The stored parts of each project in a row. A row of parts too small to be told apart holds all but the others. */
const partsHeld = (kind: FunctionPartKind, cells: readonly MatrixCell[], id: string): Map<number, HeldParts> => {
  const numbersIn = (of: readonly MatrixCell[], isOwn: boolean): Set<number> =>
    new Set(of.flatMap(({ part, number }) => ((part === id) === isOwn && number !== null ? [number] : [])));
  return new Map(
    [...gatheredBy(cells, ({ project }) => project)].map(([project, of]) => {
      const own = numbersIn(of, true);
      const isIn = !own.has(OTHER_PARTS);
      return [project, { kind, numbers: [...(isIn ? own : numbersIn(of, false))], isIn }];
    }),
  );
};
