import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { inputError } from './inputError';

/** A row of a CSV file: the cells of the columns that were asked for. */
export type Row = {
  file: string;
  /** as in a spreadsheet: the header is row 1 */
  row: number;
  /** The cell of the first of the column's names that the file has; else empty. */
  cell: (column: Column) => string;
  /** All cells of that name that are not empty, in order: Jira repeats columns with several values. */
  cells: (column: Column) => string[];
};

/** The names that a column may have, ignoring case. */
export type Column = readonly [string, ...string[]];

/**
 * Reads the needed columns of a CSV file. The others, of which an export has hundreds, are not kept.
 * @throws InputError if the file cannot be read, is empty, is not CSV, or lacks a required column
 */
export function readTable(file: string, needed: readonly Column[], required: readonly Column[]): Row[] {
  const text = textOf(file);
  const rows: Row[] = [];
  let at: Map<Column, number[]> | null = null;
  let count = 0;
  try {
    parse(text, {
      bom: true,
      skip_empty_lines: true,
      on_record: (record: string[]) => {
        count += 1;
        if (at) rows.push(rowOf(file, count, at, record));
        else at = placesOf(file, record, needed, required);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw inputError({ file, row: count + 1 }, `this is not a CSV row (${error.message}); export the file again`);
  }
  if (rows.length === 0) throw inputError({ file }, 'it has no rows; export at least one issue');
  return rows;
}

function textOf(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw inputError({ file }, `it cannot be read (${reason}); check the path`);
  }
  if (text.trim() === '') throw inputError({ file }, 'it is empty; export the issues again');
  if (text.includes('\0')) throw inputError({ file }, 'it is not a text file; export the issues as CSV');
  return text;
}

function placesOf(file: string, header: string[], needed: readonly Column[], required: readonly Column[]) {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map<Column, number[]>();
  for (const column of needed) {
    const wanted = column.map((name) => name.toLowerCase());
    places.set(
      column,
      names.flatMap((name, index) => (wanted.includes(name) ? [index] : [])),
    );
  }
  for (const column of required) {
    if (places.get(column)?.length === 0) {
      const message = 'the column is missing; export the issues from Jira as "CSV (all fields)"';
      throw inputError({ file, row: 1, column: column[0] }, message);
    }
  }
  return places;
}

function rowOf(file: string, row: number, at: Map<Column, number[]>, record: string[]): Row {
  const kept = new Map<Column, string[]>();
  for (const [column, places] of at) {
    const cells = places.map((place) => record[place]?.trim() ?? '').filter((cell) => cell !== '');
    if (cells.length > 0) kept.set(column, cells);
  }
  return {
    file,
    row,
    cell: (column) => kept.get(column)?.[0] ?? '',
    cells: (column) => kept.get(column) ?? [],
  };
}
