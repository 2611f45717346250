import { CsvError, parse } from 'csv-parse/sync';
import { parseDay } from '../domain/day';
import type { Objective, ObjectiveStatus } from '../domain/objective';
import { RUN, RUN_TITLE } from '../domain/workItem';
import { InputError } from './inputError';

/** A row of a strategy file. `row` counts as a spreadsheet does, the header being 1; `link` is the JQL whose issues get the tag. */
export type ObjectiveRow = Objective & { link: string | null; row: number };

/** The columns that a strategy file may have; `key` and `title` it must. */
const COLUMNS = ['key', 'title', 'parent', 'owner', 'weight', 'status', 'start', 'target', 'link'] as const;
const REQUIRED = ['key', 'title'] as const;
type Column = (typeof COLUMNS)[number];

const STATUSES: readonly ObjectiveStatus[] = ['draft', 'active', 'achieved', 'dropped'];
const LONGEST_KEY = 64;
const LONGEST_TITLE = 255;

type Line = { record: Record<string, string>; info: { records: number } };

/**
 * The rows of a strategy file, the row `RUN` (which work to tag as "Run the business") among them. An empty status means active.
 * Throws an `InputError` that names file, row and column; then nothing of the file is to be used.
 */
export const parseObjectives = (text: string, file: string): ObjectiveRow[] => {
  const lines = readLines(text, file);
  const first = lines[0];
  if (first === undefined)
    throw new InputError(file, null, null, 'is empty: it needs a header row and a row for each objective');
  const missing = REQUIRED.filter((column) => !(column in first.record));
  if (missing.length > 0)
    throw new InputError(file, 1, missing.join(', '), `is missing; the columns are ${COLUMNS.join(', ')}`);
  const rows = lines.map(({ record, info }) => rowFrom(record, info.records + 1, file));
  checkKeys(rows, file);
  return rows;
};

const readLines = (text: string, file: string): Line[] => {
  try {
    return parse(text, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const records = Number(error.records);
    throw new InputError(file, Number.isNaN(records) ? null : records + 2, null, `is not CSV: ${error.message}`);
  }
};

const rowFrom = (record: Record<string, string>, row: number, file: string): ObjectiveRow => {
  const cell = (column: Column): string | null => record[column] || null;
  const fail = (column: Column, why: string): never => {
    throw new InputError(file, row, column, why);
  };
  const day = (column: Column): number | null => {
    const text = cell(column);
    if (text === null) return null;
    return parseDay(text) ?? fail(column, `"${text}" is not a date; write it like 2026-01-31`);
  };
  const number = (column: Column): number | null => {
    const text = cell(column);
    if (text === null) return null;
    const value = Number(text);
    return Number.isFinite(value) && value >= 0 ? value : fail(column, `"${text}" is not a number of 0 or more`);
  };
  const key = cell('key') ?? fail('key', 'is empty; every objective needs a key, such as OBJ-1');
  const title = cell('title') ?? (key === RUN ? RUN_TITLE : fail('title', 'is empty; every objective needs a title'));
  const status = (cell('status') ?? 'active').toLowerCase() as ObjectiveStatus;
  if (key.length > LONGEST_KEY || /\s/.test(key))
    fail('key', `"${key}" is not a key: at most ${LONGEST_KEY} characters, no spaces`);
  if (title.length > LONGEST_TITLE) fail('title', `is longer than ${LONGEST_TITLE} characters`);
  if (!STATUSES.includes(status)) fail('status', `"${status}" is not a status; use one of ${STATUSES.join(', ')}`);
  const start = day('start');
  const target = day('target');
  if (start !== null && target !== null && target < start) fail('target', 'is before the start');
  return {
    key,
    title,
    description: null,
    parent: cell('parent'),
    owner: cell('owner'),
    weight: number('weight'),
    perspective: null,
    headline: 'work',
    archived: false,
    status,
    start,
    target,
    link: cell('link'),
    row,
  };
};

/** Keys are compared without regard to case, as Jira compares its own. */
const checkKeys = (rows: readonly ObjectiveRow[], file: string): void => {
  const seen = new Map<string, number>();
  for (const { key, row } of rows) {
    const before = seen.get(key.toLowerCase());
    if (before !== undefined)
      throw new InputError(file, row, 'key', `"${key}" is on row ${before} already; keys must differ`);
    seen.set(key.toLowerCase(), row);
  }
  for (const { parent, row } of rows) {
    if (parent !== null && !rows.some(({ key }) => key === parent)) {
      throw new InputError(file, row, 'parent', `"${parent}" is no objective of this file; use the key of another row`);
    }
  }
};
