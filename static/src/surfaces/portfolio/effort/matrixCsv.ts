import type { FunctionMatrix } from '../../../../../src/contract';
import { RUN_TITLE } from '../../../../../src/domain/work/workItem';
import { type CsvColumn, ratioCell } from '../../../shared/csv/columns';
import { FUNCTION_NAME, STANDING_NAME, type WorkKind } from '../../../shared/words';
import { functionName } from './functionName';
import type { Column, MatrixRow } from './matrix';

/** The columns of the file of the matrix: its own, in its order, without sums over rows. */
export const matrixCsv = (
  matrix: FunctionMatrix,
  kind: WorkKind,
  columns: readonly Column[],
): CsvColumn<MatrixRow>[] => [
  { head: FUNCTION_NAME[matrix.by], value: ({ row }) => functionName(row, matrix.by) },
  { head: 'project', value: ({ row }) => row.project?.key ?? null },
  ...columns.map(({ objective }, at): CsvColumn<MatrixRow> => ({
    head: objective.key,
    value: ({ cells }) => cells[at]?.size ?? null,
  })),
  { head: RUN_TITLE, value: ({ run }) => run },
  { head: STANDING_NAME.unlinked, value: ({ unlinked }) => unlinked },
  { head: 'Sum', value: ({ sum }) => sum },
  { head: 'Stale', value: ({ row }) => row[kind].stale },
  { head: 'Aligned', value: ({ row }) => ratioCell(row[kind].alignment) },
];
