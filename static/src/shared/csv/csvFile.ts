import { guarded } from '../../../../src/domain/csvCell';
import type { CsvColumn } from './columns';
import { csvText } from './csvText';

/** Rows as CSV. No spreadsheet runs a text of it as a formula. */
export const csvOf = <R>(columns: readonly CsvColumn<R>[], rows: readonly R[]): string =>
  csvText([
    columns.map(({ head }) => head),
    ...rows.map((row) =>
      columns.map(({ value }) => {
        const cell = value(row);
        return typeof cell === 'string' ? guarded(cell) : cell;
      }),
    ),
  ]);
