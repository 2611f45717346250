import Database from 'libsql';
import { remember } from '../../remember';
import { refusedByTidb } from './refusedByTidb';
import { rewrite } from './rewrite';
import { SqlError, type SqlEngine, writeResult } from './sqlEngine';
import { tokenize } from './tokens';

/** More than any test sends in turn, so that a statement of each of its steps is not prepared again and again. */
const STATEMENTS_KEPT = 1_000;

/** Known for the statements of all databases. */
const refusal = remember((query) => refusedByTidb(tokenize(query)));

type Prepared = { reader: boolean; all: (params: unknown[]) => unknown[]; run: (params: unknown[]) => Run };
type Run = { changes: number; lastInsertRowid: number | bigint };

/** `save`: writes what it holds to a file that does not exist yet */
export type EmbeddedEngine = SqlEngine & { save(file: string): void };

/**
 * An SQLite database in memory that runs the app's MySQL text, and refuses what TiDB refuses. `affectedRows` of an
 * upsert counts each row once, where MySQL counts an updated one twice.
 * @param saved a file that another one wrote: it begins with what that held
 */
export function embeddedEngine(saved?: string): EmbeddedEngine {
  const database = new Database(':memory:');
  database.exec('PRAGMA case_sensitive_like = ON');
  if (saved !== undefined) copyInto(database, saved);
  const cache = new Map<string, Prepared[]>();

  const prepare = (query: string): Prepared[] => {
    const known = cache.get(query);
    if (known) return known;
    // Prepared one by one: a statement may name a table that an earlier one makes.
    const refused = refusal(query);
    if (refused) throw refused;
    const texts = rewrite(query);
    if (texts.length > 1) return texts.map((text) => later(() => prepareOne(database, text)));
    const prepared = texts.map((text) => prepareOne(database, text));
    cache.set(query, prepared);
    const oldest = cache.size > STATEMENTS_KEPT ? cache.keys().next() : undefined;
    if (oldest?.value !== undefined) cache.delete(oldest.value);
    return prepared;
  };

  const execute = (query: string, params: unknown[]): Awaited<ReturnType<SqlEngine['execute']>> => {
    const bound = params.map(bind);
    let written = writeResult(0);
    for (const statement of prepare(query)) {
      if (statement.reader) return { rows: statement.all(bound) };
      const { changes, lastInsertRowid } = statement.run(bound);
      written = writeResult(changes, Number(lastInsertRowid));
    }
    return { rows: written };
  };

  return {
    name: 'embedded',
    execute: (query, params) =>
      new Promise((resolve, reject) => {
        try {
          resolve(execute(query, params));
        } catch (error) {
          reject(mysqlError(error));
        }
      }),
    save: (file) => {
      database.prepare('VACUUM INTO ?').run(file);
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

/** Copies all tables of a file, with their indexes and the numbers that they gave to rows. */
function copyInto(database: Database.Database, file: string): void {
  database.prepare('ATTACH ? AS saved').run(file);
  // SQLite's own table of numbers comes last, because each copied row changes it; what it makes by itself has no text.
  const objects = database
    .prepare("SELECT type, name, sql FROM saved.sqlite_master WHERE sql IS NOT NULL ORDER BY name = 'sqlite_sequence'")
    .all() as { type: string; name: string; sql: string }[];
  const tables = objects.filter(({ type }) => type === 'table');
  const others = objects.filter(({ type }) => type !== 'table');
  const statements = [
    'BEGIN',
    ...tables.flatMap(({ name, sql }) => (name === 'sqlite_sequence' ? [] : sql)),
    ...tables.flatMap(({ name }) => [
      `DELETE FROM main.${name}`,
      `INSERT INTO main.${name} SELECT * FROM saved.${name}`,
    ]),
    ...others.map(({ sql }) => sql),
    'COMMIT',
    'DETACH saved',
  ];
  database.exec(statements.join(';'));
}

function prepareOne(database: Database.Database, text: string): Prepared {
  const statement = database.prepare(text);
  if (statement.reader) statement.safeIntegers(true).raw(true);
  /** Known until a change of the schema, as in `SELECT *`, adds or takes away columns. */
  let columns: string[] = [];
  const namesOf = (values: unknown[]): string[] =>
    columns.length === values.length ? columns : (columns = statement.columns().map(({ name }) => name));
  // For a statement that changes no rows, such as CREATE, SQLite repeats the previous numbers.
  const changesRows = /^(INSERT|REPLACE|UPDATE|DELETE|WITH)\b/i.test(text);
  return {
    reader: statement.reader,
    all: (params) => (statement.all(...params) as unknown[][]).map((values) => plain(namesOf(values), values)),
    run: (params) => {
      const run = statement.run(...params);
      return changesRows ? run : { changes: 0, lastInsertRowid: 0 };
    },
  };
}

const later = (make: () => Prepared): Prepared => ({
  reader: false,
  all: (params) => make().all(params),
  run: (params) => make().run(params),
});

/** Binds whole numbers as integers: SQLite would store a JavaScript number as floating point. */
function bind(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  return value;
}

/** A row, with whole numbers as numbers where exact, else as strings, as mysql2 does. */
function plain(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  columns.forEach((column, at) => {
    const value = values[at];
    row[column] = typeof value === 'bigint' ? wholeNumber(value) : value;
  });
  return row;
}

function wholeNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

const REASONS: [RegExp, string, number, string][] = [
  [/UNIQUE constraint failed/, 'ER_DUP_ENTRY', 1062, '23000'],
  [/NOT NULL constraint failed/, 'ER_BAD_NULL_ERROR', 1048, '23000'],
  [/CHECK constraint failed: length/, 'ER_DATA_TOO_LONG', 1406, '22001'],
  [/CHECK constraint failed/, 'ER_WARN_DATA_OUT_OF_RANGE', 1264, '22003'],
  [/no such table/, 'ER_NO_SUCH_TABLE', 1146, '42S02'],
  [/duplicate column name/, 'ER_DUP_FIELDNAME', 1060, '42S21'],
  [/no such column/, 'ER_BAD_FIELD_ERROR', 1054, '42S22'],
  [/table .* already exists/, 'ER_TABLE_EXISTS_ERROR', 1050, '42S01'],
  [/index .* already exists/, 'ER_DUP_KEYNAME', 1061, '42000'],
  [/syntax error|Cannot read SQL|Unclosed/, 'ER_PARSE_ERROR', 1064, '42000'],
];

function mysqlError(error: unknown): SqlError {
  if (error instanceof SqlError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const [, code, errno, state] = REASONS.find(([pattern]) => pattern.test(message)) ?? [
    null,
    'ER_UNKNOWN_ERROR',
    1105,
    'HY000',
  ];
  return new SqlError(message, code, errno, state);
}
