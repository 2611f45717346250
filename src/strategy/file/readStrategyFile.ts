import { CsvError, parse } from 'csv-parse/sync';
import { MOST_FILE_ROWS } from '../../domain/strategy/caps';
import { unguarded } from '../../domain/csvCell';
import { notADay, parseDay } from '../../domain/time/day';
import type { Goal } from '../../domain/strategy/keyResult';
import { type Objective, PERSPECTIVES, STATED_STATUSES, type StatedStatus } from '../../domain/strategy/objective';
import { RUN, RUN_TITLE } from '../../domain/work/workItem';
import {
  FILE_COLUMNS,
  type FileColumn,
  headlineIn,
  HEADLINE_WORDS,
  KEY_RESULT_COLUMNS,
  type KeyResultColumn,
  OBJECTIVE_COLUMNS,
  perspectiveIn,
  perspectiveWord,
  REQUIRED_COLUMNS,
} from '../../domain/strategy/fileColumns';
import { KEY_MISSING, keyProblem, type StatedKeyResult } from '../../domain/strategy/objectiveRules';
import { tidyKeyResult, tidyObjective } from '../edit/states';
import { separatorOf } from './separator';

/** A problem in a file. `row` counts from 1, the header, as in a spreadsheet; `message` continues the column's name. */
export type FileProblem = { row: number | null; column: string | null; message: string };

/** A file's objective with its key results and their rows. */
export type FileObjective = {
  row: number;
  objective: Objective;
  keyResults: { row: number; keyResult: StatedKeyResult }[];
  /** whether one of its cells could not be read */
  broken: boolean;
};

/** JQL of a row whose issues get the tag of its key. */
type FileLink = { row: number; key: string; jql: string };

export type StrategyFile = {
  objectives: FileObjective[];
  /** in the order of their rows */
  links: FileLink[];
  /** the file's columns */
  columns: ReadonlySet<FileColumn>;
  /** columns that strategy files do not have */
  strange: string[];
  problems: FileProblem[];
};

/**
 * Parses a strategy file, parted by commas, semicolons or tabs, with the row `RUN`, and notes what cannot be read. The rules for objectives are not applied
 * here.
 */
export const readStrategyFile = (text: string): StrategyFile => {
  const problems: FileProblem[] = [];
  const lines = readLines(text, problems);
  const [first] = lines;
  const names = Object.keys(first?.record ?? {});
  const file: StrategyFile = {
    objectives: [],
    links: [],
    columns: new Set(FILE_COLUMNS.filter((column) => names.includes(column))),
    strange: names.filter((name) => name !== '' && !FILE_COLUMNS.some((column) => column === name)),
    problems,
  };
  if (first === undefined) {
    if (problems.length === 0) problems.push({ row: null, column: null, message: EMPTY });
    return file;
  }
  const missing = REQUIRED_COLUMNS.filter((column) => !file.columns.has(column));
  if (missing.length > 0) {
    const message = `is missing; the columns are ${FILE_COLUMNS.join(', ')}`;
    problems.push({ row: 1, column: missing.join(', '), message });
    return file;
  }
  if (lines.length > MOST_FILE_ROWS) {
    const message = `has ${lines.length.toLocaleString('en')} rows; at most ${MOST_FILE_ROWS.toLocaleString('en')} are read, so import it in parts`;
    problems.push({ row: MOST_FILE_ROWS + 2, column: null, message });
    return file;
  }
  const byKey = new Map<string, FileObjective>();
  for (const { record, info } of lines) readRow(new Cells(record, rowOf(info), problems), file, byKey);
  return file;
};

const EMPTY = 'is empty: it needs a header row and a row for each objective';

type Line = { record: Record<string, string>; info: Counts };
type Counts = { records: number; empty_lines: number };

/** The row as a spreadsheet counts it: the header is row 1, and empty lines are rows. */
const rowOf = ({ records, empty_lines }: Counts): number => records + empty_lines + 1;

const readLines = (text: string, problems: FileProblem[]): Line[] => {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      columns: (header: string[]) => namesOf(header, problems),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const rowBefore = rowOf({ records: Number(error.records), empty_lines: Number(error.empty_lines) });
    const row = Number.isNaN(rowBefore) ? null : rowBefore + 1;
    problems.push({ row, column: null, message: `is not CSV: ${error.message}` });
    return [];
  }
};

/** The names of the columns, in lower case. */
const namesOf = (header: readonly string[], problems: FileProblem[]): string[] => {
  const names = header.map((name) => name.trim().toLowerCase());
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) < index);
  problems.push(...twice.map((column) => ({ row: 1, column, message: 'is there twice; keep one of the columns' })));
  return names;
};

/** The cells of a row. Those that cannot be read are noted, and read as empty. */
class Cells {
  broken = false;

  constructor(
    private readonly record: Record<string, string>,
    readonly row: number,
    private readonly problems: FileProblem[],
  ) {}

  fail(column: FileColumn, message: string): null {
    this.broken = true;
    this.problems.push({ row: this.row, column, message });
    return null;
  }

  text(column: FileColumn): string | null {
    return this.record[column]?.trim() || null;
  }

  /** A text that people wrote, which may be guarded against formulas. */
  words(column: FileColumn): string | null {
    const text = this.text(column);
    return text === null ? null : unguarded(text);
  }

  day(column: FileColumn): number | null {
    const text = this.text(column);
    if (text === null) return null;
    return parseDay(text) ?? this.fail(column, notADay(text));
  }

  number(column: FileColumn, least = -Infinity): number | null {
    const text = this.text(column);
    if (text === null) return null;
    const value = Number(text);
    const rule = least === 0 ? 'a number of 0 or more' : 'a number; write it like 12.5';
    // Adding 0 turns −0, which no database keeps, into 0.
    return Number.isFinite(value) && value >= least ? value + 0 : this.fail(column, `"${text}" is not ${rule}`);
  }

  /** One of these words; `fallback` if the cell is empty. */
  oneOf<T>(column: FileColumn, find: (text: string) => T | undefined, words: readonly string[], fallback: T): T {
    const text = this.text(column);
    if (text === null) return fallback;
    const found = find(text);
    if (found === undefined) this.fail(column, `"${text}" is not a ${column}; use one of ${words.join(', ')}`);
    return found ?? fallback;
  }

  has(columns: readonly FileColumn[]): boolean {
    return columns.some((column) => this.text(column) !== null);
  }
}

/** What a further row of an objective leaves empty: all but its key, a rule and a key result. */
const OWN_ROW_ONLY = OBJECTIVE_COLUMNS.filter((column) => column !== 'key' && column !== 'link');

/** Reads a row: an objective, or a further rule or key result of one above. Empty rows are skipped. */
const readRow = (cells: Cells, file: StrategyFile, byKey: Map<string, FileObjective>): void => {
  if (!cells.has(FILE_COLUMNS)) return;
  const stated = cells.text('key');
  if (stated === null) {
    cells.fail('key', KEY_MISSING);
    return;
  }
  const key = stated.toUpperCase() === RUN ? RUN : stated;
  const jql = cells.words('link');
  if (jql !== null) file.links.push({ row: cells.row, key, jql });
  // Keys are equal ignoring case, as in Jira.
  const same = key.toLowerCase();
  const before = byKey.get(same);
  if (before === undefined) {
    const objective = readObjective(key, cells);
    byKey.set(same, objective);
    file.objectives.push(objective);
  } else if (before.objective.key === key && !cells.has(OWN_ROW_ONLY)) {
    before.keyResults.push(...readKeyResult(cells));
    before.broken ||= cells.broken;
  } else cells.fail('key', `"${key}" is on row ${before.row} already; keys must differ`);
};

const readObjective = (key: string, cells: Cells): FileObjective => {
  if (key !== RUN) for (const { message } of keyProblem(key)) cells.fail('key', message);
  const isStatus = (text: string): StatedStatus | undefined =>
    STATED_STATUSES.find((one) => one === text.toLowerCase());
  const objective = tidyObjective({
    key,
    title: cells.words('title') ?? (key === RUN ? RUN_TITLE : ''),
    description: cells.words('description'),
    parent: cells.text('parent'),
    owner: cells.text('owner'),
    weight: cells.number('weight', 0),
    perspective: cells.oneOf('perspective', perspectiveIn, PERSPECTIVES.map(perspectiveWord), null),
    headline: cells.oneOf('headline', headlineIn, Object.values(HEADLINE_WORDS), 'work'),
    archived: cells.oneOf('archived', yesOrNo, ['yes', 'no'], false),
    status: cells.oneOf('status', isStatus, STATED_STATUSES, 'active'),
    start: cells.day('start'),
    target: cells.day('target'),
  });
  const keyResults = readKeyResult(cells);
  return { row: cells.row, objective, keyResults, broken: cells.broken };
};

const yesOrNo = (text: string): boolean | undefined => {
  const answer = text.toLowerCase();
  if (answer === 'yes' || answer === 'true') return true;
  return answer === 'no' || answer === 'false' ? false : undefined;
};

/** The key result on a row, if there is one. */
const readKeyResult = (cells: Cells): FileObjective['keyResults'] => {
  if (!cells.has(KEY_RESULT_COLUMNS)) return [];
  const keyResult = tidyKeyResult({
    title: cells.words('kr') ?? '',
    unit: cells.words('kr unit') ?? '',
    goal: goalIn(cells),
    weight: cells.number('kr weight', 0),
  });
  return [{ row: cells.row, keyResult }];
};

type Kind = Goal['kind'];
const KINDS: readonly Kind[] = ['reach', 'maintain'];
const RANGE = ['kr low', 'kr high'] as const;
const WAY = ['kr baseline', 'kr target'] as const;

/** The goal of a key result. Without a kind, one with an end of a range is to be maintained. */
const goalIn = (cells: Cells): Goal => {
  const isKind = (text: string): Kind | undefined => KINDS.find((one) => one === text.toLowerCase());
  const kind = cells.oneOf('kr kind', isKind, KINDS, cells.has(RANGE) ? 'maintain' : 'reach');
  const strange = (kind === 'reach' ? RANGE : WAY).find((column) => cells.text(column) !== null);
  if (strange) cells.fail(strange, `does not go with "${kind}"; leave it empty, or change "kr kind"`);
  if (kind === 'reach') return { kind, baseline: cells.number('kr baseline'), target: cells.number('kr target') };
  return { kind, low: endIn(cells, 'kr low'), high: endIn(cells, 'kr high') };
};

const endIn = (cells: Cells, column: KeyResultColumn): number => {
  if (cells.text(column) === null) cells.fail(column, 'is empty; a range needs a low and a high end');
  return cells.number(column) ?? 0;
};
