import { CsvError, parse } from 'csv-parse/sync';
import { separatorOf } from '../../../../src/strategy/file/separator';
import { inputError } from '../inputError';
import { languageOf } from '../languages/columnNames';
import { exportInEnglish, type Language } from '../languages/languages';
import { misreadMessage } from './misread';
import { readText } from './readText';

/** A row of a CSV file: the cells of the columns that were asked for. */
export type Row = {
  file: string;
  /** as in a spreadsheet: the header is row 1, and empty lines are rows */
  row: number;
  /** The first cell of the column that is not empty; else empty. */
  cell: (column: Column) => string;
  /** All cells of that name that are not empty, in order: Jira repeats columns with several values. */
  cells: (column: Column) => string[];
};

/** The names that a column may have in English, ignoring case. */
export type Column = readonly [string, ...string[]];

/** A file's rows that are not blank. */
export type Table = { file: string; language: Language; rows: Row[]; has: (column: Column) => boolean };

/**
 * The columns to read, those of them without which a file is refused (`translated` where it is not in English), and
 * those whose cells are names that something is counted by.
 */
export type Needed = Record<'all' | 'required' | 'translated' | 'names', readonly Column[]>;

/**
 * Reads the needed columns of a CSV file, whatever its separator. Columns in another language that is known are read by
 * their translated names. The others, of which an export has hundreds, are not kept.
 * @throws InputError if the file cannot be read, is empty, is not CSV, lacks a required column, or another program has
 * misread the name of a column or one that something is counted by
 */
export function readTable(file: string, needed: Needed): Table {
  const { text, separator, skipped } = separated(readText(file));
  const rows: Row[] = [];
  let header: Header | null = null;
  let count = skipped;
  try {
    parse(text, {
      bom: true,
      delimiter: separator,
      // Blank rows may be of any length: see `wrongLength` for the others.
      relax_column_count: true,
      on_record: (record: string[]) => {
        count += 1;
        if (record.every(isBlank)) return null;
        if (header === null) header = headerOf({ file, row: count }, record, needed);
        else if (record.length < header.width || !record.slice(header.width).every(isBlank)) {
          throw wrongLength(file, count, record.length, header.width);
        } else {
          const row = rowOf(file, count, header.places, record);
          refuseMisread(row, needed.names);
          rows.push(row);
        }
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw inputError({ file, row: count + 1 }, `this is not a CSV row (${error.message}); export the file again`);
  }
  // The parser's callback has set it; the compiler cannot see that.
  const found = header as Header | null;
  if (found === null || rows.length === 0) throw inputError({ file }, 'it has no rows; export at least one issue');
  return { file, rows, language: found.language, has: (column) => (found.places.get(column)?.length ?? 0) > 0 };
}

const isBlank = (cell: string): boolean => cell.trim() === '';

const wrongLength = (file: string, row: number, cells: number, columns: number) =>
  inputError({ file, row }, `this is not a CSV row (${cells} cells for ${columns} columns); export the file again`);

/** A text with its separator, which its header tells, or a first line `sep=;` as Excel writes it. */
function separated(text: string): { text: string; separator: string; skipped: number } {
  const said = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  if (said) return { text: text.slice(said[0].length), separator: said[1] ?? ',', skipped: 1 };
  return { text, separator: separatorOf(text), skipped: 0 };
}

type Place = { file: string; row: number };
type Header = { language: Language; width: number; places: ReadonlyMap<Column, readonly number[]> };

function headerOf(at: Place, header: string[], { all, required, translated }: Needed): Header {
  for (const name of header) {
    const message = misreadMessage(name.trim());
    if (message !== null) throw inputError(at, message);
  }
  const { language, english } = languageOf(header);
  const names = english.map((name) => name.toLowerCase());
  const places = new Map(
    all.map((column) => {
      const wanted = column.map((name) => name.toLowerCase());
      return [column, names.flatMap((name, index) => (wanted.includes(name) ? [index] : []))] as const;
    }),
  );
  const isMissing = (column: Column): boolean => (places.get(column)?.length ?? 0) === 0;
  if (language.name === 'English') {
    const missing = required.find(isMissing);
    if (missing) throw missingColumn(at, header, missing);
  } else if (translated.some(isMissing)) throw inputError(at, exportInEnglish(language, header));
  return { language, width: header.length, places };
}

function refuseMisread(row: Row, names: readonly Column[]): void {
  for (const column of names) {
    const message = misreadMessage(row.cell(column));
    if (message !== null) throw inputError({ file: row.file, row: row.row, column: column[0] }, message);
  }
}

function missingColumn(at: Place, header: readonly string[], column: Column) {
  const found = header.slice(0, 5).map((name) => `"${name.trim()}"`);
  const message =
    'the column is missing; export the issues from Jira as "CSV (all fields)", with Jira’s interface in English ' +
    `(the file begins with the columns ${found.join(', ')})`;
  return inputError({ ...at, column: column[0] }, message);
}

function rowOf(file: string, row: number, at: Header['places'], record: string[]): Row {
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
