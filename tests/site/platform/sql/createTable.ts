import { type Token, findOutside, is, raw, reads, splitOutside, write } from './tokens';

/** SQLite's name of a MySQL index. */
export const indexName = (table: string, index: string): string => `${table}__${index}`;

/** Bits of integers, which MySQL's strict mode enforces. Beyond BIGINT a JavaScript number is not exact anyway. */
const INTEGER_BITS: Record<string, number> = { TINYINT: 8, SMALLINT: 16, MEDIUMINT: 24, INT: 32, INTEGER: 32 };

/**
 * `CREATE TABLE` for SQLite: keys become separate indexes, AUTO_INCREMENT SQLite's row id, and lengths and ranges that
 * MySQL's strict mode enforces become checks. Short texts compare without trailing blanks, as in `utf8mb4_bin`. Table
 * options (engine, character set) are dropped.
 */
export function rewriteCreateTable(tokens: Token[]): string[] {
  const open = tokens.findIndex((token) => is(token, '('));
  const close = findOutside(tokens, (at) => is(tokens[at], ')'), open + 1);
  const table = tokens[open - 1];
  if (open < 0 || close < 0 || !table) throw new SyntaxError('CREATE TABLE without a list of columns.');

  const parts = splitOutside(tokens.slice(open + 1, close));
  const counted = parts.some((part) => part.some((token) => is(token, 'AUTO_INCREMENT')));
  const body: Token[][] = [];
  const after: string[] = [];
  for (const part of parts) {
    const unique = is(part[0], 'UNIQUE');
    const keyAt = unique ? 1 : 0;
    if (is(part[keyAt], 'KEY') || is(part[keyAt], 'INDEX')) {
      const name = part[keyAt + 1];
      if (!name) throw new SyntaxError('A key without a name.');
      const kind = unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX';
      const onTable = write([raw('ON'), { ...table, space: ' ' }, ...part.slice(keyAt + 2)]);
      after.push(`${kind} IF NOT EXISTS \`${indexName(table.text, name.text)}\` ${onTable}`);
    } else if (is(part[0], 'PRIMARY') || is(part[0], 'CONSTRAINT') || unique || is(part[0], 'CHECK')) {
      if (!(counted && is(part[0], 'PRIMARY'))) body.push(part);
    } else {
      body.push(rewriteColumn(part));
    }
  }
  const columns = body.map((part) => write(part)).join(', ');
  return [`${write(tokens.slice(0, open))} (${columns})`, ...after];
}

function rewriteColumn(part: Token[]): Token[] {
  const [name, type, ...rest] = part;
  if (!name || !type) throw new SyntaxError('A column without a type.');
  if (rest.some((token) => is(token, 'AUTO_INCREMENT'))) {
    return [name, raw('INTEGER PRIMARY KEY AUTOINCREMENT')];
  }
  const options: Token[] = [];
  for (let at = 0; at < rest.length; at++) {
    const token = rest[at];
    if (is(token, 'UNSIGNED')) continue;
    if (reads(rest, at, 'CHARACTER', 'SET')) at += 2;
    else if (is(token, 'COLLATE') || is(token, 'COMMENT')) at += 1;
    else if (token) options.push(token);
  }
  const padded = is(type, 'VARCHAR') ? [raw('COLLATE RTRIM')] : [];
  return [name, type, ...options, ...padded, ...check(name, type, rest)];
}

function check(name: Token, type: Token, rest: Token[]): Token[] {
  const column: Token = { ...name, space: ' ' };
  const bits = INTEGER_BITS[type.text.toUpperCase()];
  if (bits !== undefined) {
    const unsigned = rest.some((token) => is(token, 'UNSIGNED'));
    const low = unsigned ? 0 : -(2 ** (bits - 1));
    const high = unsigned ? 2 ** bits - 1 : 2 ** (bits - 1) - 1;
    return [raw('CHECK ('), column, raw(`BETWEEN ${low} AND ${high})`)];
  }
  const length = rest[1];
  if (is(type, 'VARCHAR') && is(rest[0], '(') && length) {
    return [raw('CHECK (length('), column, raw(`) <= ${length.text})`)];
  }
  return [];
}
