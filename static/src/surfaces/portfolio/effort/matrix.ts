import type { FunctionMatrix, FunctionRow, ObjectiveRef } from '../../../../../src/contract';
import { sizeOfRow, type Part } from './flow';

export type Column = { objective: ObjectiveRef; isSilo: boolean; sum: number };

export type MatrixRow = {
  row: FunctionRow;
  /** one for each column */
  cells: { size: number; isAlone: boolean }[];
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
  /** the largest cell of all, which heat is measured by */
  largest: number;
};

const sumOf = <T>(parts: readonly T[], size: (part: T) => number) => parts.reduce((sum, part) => sum + size(part), 0);

/** The functions by objectives, with sums that add up to the whole. Objectives and functions without any such work are left out. */
export function matrixOf({ functions, objectives, silos }: FunctionMatrix, part: Part): Matrix {
  const shown = functions.filter((row) => sizeOfRow(row, part) > 0);
  const sizeAt = ({ cells }: FunctionRow, key: string) => cells.find(({ objective }) => objective === key)?.[part] ?? 0;
  const columns = objectives
    .map((objective): Column => ({
      objective,
      isSilo: silos.some((silo) => silo.objective === objective.key),
      sum: sumOf(shown, (row) => sizeAt(row, objective.key)),
    }))
    .filter(({ sum }) => sum > 0);
  const rows = shown.map((row): MatrixRow => ({
    row,
    cells: columns.map(({ objective: { key } }) => ({
      size: sizeAt(row, key),
      isAlone: silos.some((silo) => silo.objective === key && silo.servedBy === row.id),
    })),
    run: row[part].run,
    unlinked: row[part].unlinked,
    sum: sizeOfRow(row, part),
  }));
  const all = rows.flatMap(({ cells, run, unlinked }) => [...cells.map(({ size }) => size), run, unlinked]);
  return {
    columns,
    rows,
    run: sumOf(rows, ({ run }) => run),
    unlinked: sumOf(rows, ({ unlinked }) => unlinked),
    sum: sumOf(rows, ({ sum }) => sum),
    largest: Math.max(0, ...all),
  };
}
