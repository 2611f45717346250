import type { WindowDays } from '../../contract';
import { gatheredBy } from '../../domain/gatheredBy';
import { OTHER_PARTS, type FunctionPartKind } from '../../domain/work/blockFigures';
import { type CountedRows, foldSmall, OTHER } from '../../domain/work/functionMatrix';
import { functionCells } from '../../store/blocks/parts';
import { cellsIn, coveredSums } from '../../store/blocks/projectSums';
import type { ServedKey } from '../../store/strategy/servedKeys';
import type { HeldParts } from '../../store/work/units';
import type { CountedScope } from '../countedIssues';
import { type MatrixCell, matrixParts } from './matrixParts';
import type { PortfolioViewer } from './readPortfolio';

/**
 * One row of the matrix, or all but some: their cells, and the components or teams of each project that they hold. At
 * most two statements, and one with the keys of what is served.
 */
export const countedRow = async (
  row: CountedRows,
  window: WindowDays,
  { coverage, projects }: PortfolioViewer,
  servedKey: Promise<ServedKey>,
): Promise<Pick<CountedScope, 'rollUps' | 'parts'>> => {
  const { by } = row;
  const named = 'id' in row ? [row.id] : row.without;
  const isAsked = ({ part }: MatrixCell): boolean => named.includes(part) === 'id' in row;
  const kind = by === 'team' || by === 'component' ? by : null;
  const sums = kind === null ? await coveredSums(['cells'], coverage) : [];
  const { cells: all } = await matrixParts(by, {
    coverage,
    projects: new Map(projects.map((project) => [project.id, project])),
    cells: cellsIn(sums, window, await servedKey),
    functions: (asked) => functionCells(asked, window, coverage, servedKey),
  });
  // Only the row of the smallest depends on which those are.
  const cells = named.includes(OTHER) ? foldSmall(all) : all;
  return {
    rollUps: { cells: cells.filter(isAsked) },
    parts: kind && partsHeld(kind, cells, isAsked),
  };
};

/** The stored parts of each project in a row. A row of parts too small to be told apart holds all but the others. */
const partsHeld = (
  kind: FunctionPartKind,
  cells: readonly MatrixCell[],
  isAsked: (cell: MatrixCell) => boolean,
): Map<number, HeldParts> => {
  const numbersIn = (of: readonly MatrixCell[], isOwn: boolean): Set<number> =>
    new Set(of.flatMap((cell) => (isAsked(cell) === isOwn && cell.number !== null ? [cell.number] : [])));
  return new Map(
    [...gatheredBy(cells, ({ project }) => project)].map(([project, of]) => {
      const own = numbersIn(of, true);
      const isIn = !own.has(OTHER_PARTS);
      return [project, { kind, numbers: [...(isIn ? own : numbersIn(of, false))], isIn }];
    }),
  );
};
