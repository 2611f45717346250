import type { FunctionMatrix, FunctionRow, ObjectiveRef } from '../../../../../src/contract';
import { sumOf } from '../../../shared/sumOf';
import type { WorkKind } from '../../../shared/words';
import { sizeOfRow } from './flow';

/** Work on an objective. `stale`: the stale part of `size` */
type Served = { size: number; stale: number };

/** `isListed`: whether its work may be listed: that of a draft only for those who see the draft */
export type Column = { objective: ObjectiveRef; isSilo: boolean; isListed: boolean; sum: Served };

export type MatrixRow = {
  row: FunctionRow;
  /** one for each column */
  cells: (Served & { isAlone: boolean })[];
  run: number;
  unlinked: number;
  sum: number;
};

export type Matrix = {
  columns: Column[];
  rows: MatrixRow[];
  run: number;
  unlinked: number;
  sum: number;
  /** part of `sum` */
  stale: number;
  /** the largest cell, which has the strongest colour */
  largest: number;
};

function servedAt({ cells }: FunctionRow, key: string, kind: WorkKind): Served {
  const { aligned, stale } = cells.find(({ objective }) => objective === key)?.[kind] ?? { aligned: 0, stale: 0 };
  return { size: aligned + stale, stale };
}

/**
 * Work by function and objective. The sums add up to all of it; functions and objectives without any are left out.
 * @param seen keys of the objectives that the viewer sees
 */
export function matrixOf(
  { functions, objectives, silos }: FunctionMatrix,
  kind: WorkKind,
  seen: ReadonlySet<string>,
): Matrix {
  const shown = functions.filter((row) => sizeOfRow(row, kind) > 0);
  const columns = objectives
    .map((objective): Column => {
      const served = shown.map((row) => servedAt(row, objective.key, kind));
      return {
        objective,
        isSilo: silos.some((silo) => silo.objective === objective.key),
        isListed: objective.status !== 'draft' || seen.has(objective.key),
        sum: { size: sumOf(served, ({ size }) => size), stale: sumOf(served, ({ stale }) => stale) },
      };
    })
    .filter(({ sum }) => sum.size > 0);
  const rows = shown.map((row): MatrixRow => ({
    row,
    cells: columns.map(({ objective: { key } }) => ({
      ...servedAt(row, key, kind),
      isAlone: silos.some((silo) => silo.objective === key && silo.servedBy === row.id),
    })),
    run: row[kind].run,
    unlinked: row[kind].unlinked,
    sum: sizeOfRow(row, kind),
  }));
  const all = rows.flatMap(({ cells, run, unlinked }) => [...cells.map(({ size }) => size), run, unlinked]);
  return {
    columns,
    rows,
    run: sumOf(rows, ({ run }) => run),
    unlinked: sumOf(rows, ({ unlinked }) => unlinked),
    sum: sumOf(rows, ({ sum }) => sum),
    stale: sumOf(columns, ({ sum }) => sum.stale),
    largest: Math.max(0, ...all),
  };
}
