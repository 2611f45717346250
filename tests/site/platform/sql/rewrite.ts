import { rewriteCreateTable, indexName } from './createTable';
import { remember } from '../../remember';
import { type Token, findOutside, is, raw, reads, tokenize, write } from './tokens';

/**
 * Translates one statement of the app's MySQL text into SQLite statements with the same effect. What is not translated
 * here is sent as it is, and SQLite refuses what it does not know.
 */
export const rewrite = remember((sql: string): string[] => {
  const tokens = tokenize(sql).filter((token, at, all) => !(is(token, ';') && at === all.length - 1));
  if (reads(tokens, 0, 'CREATE', 'TABLE')) return rewriteCreateTable(tokens);
  if (is(tokens[0], 'CREATE') || is(tokens[0], 'DROP')) return [write(rewriteIndex(tokens))];
  if (reads(tokens, 0, 'TRUNCATE', 'TABLE')) return [write([raw('DELETE FROM'), ...tokens.slice(2)])];
  return [write(rewriteUpsert(tokens.map(rewriteOperator)))];
});

/** MySQL's `<=>` is SQLite's IS, its `/` never cuts off decimals, and its LENGTH counts bytes. */
function rewriteOperator(token: Token): Token {
  if (is(token, '<=>')) return raw('IS ');
  if (is(token, '/')) return raw('* 1.0 /');
  if (is(token, 'LENGTH')) return raw('octet_length');
  return token;
}

/** Index names are per table in MySQL, per database in SQLite: `CREATE INDEX n ON t` and `DROP INDEX n ON t`. */
function rewriteIndex(tokens: Token[]): Token[] {
  const at = tokens.findIndex((token) => is(token, 'INDEX'));
  const on = tokens.findIndex((token) => is(token, 'ON'));
  const name = tokens[on - 1];
  const table = tokens[on + 1];
  if (at < 0 || at > 2 || !name || !table) return tokens;
  const renamed: Token = { kind: 'name', text: indexName(table.text, name.text), space: ' ' };
  return is(tokens[0], 'DROP')
    ? [...tokens.slice(0, on - 1), renamed]
    : [...tokens.slice(0, on - 1), renamed, ...tokens.slice(on)];
}

function rewriteUpsert(tokens: Token[]): Token[] {
  const statement = reads(tokens, 0, 'INSERT', 'IGNORE') ? [raw('INSERT OR IGNORE'), ...tokens.slice(2)] : tokens;
  const on = findOutside(statement, (at) => reads(statement, at, 'ON', 'DUPLICATE', 'KEY', 'UPDATE'));
  if (on < 0) return statement;
  return [
    ...withWhere(statement.slice(0, on)),
    raw('ON CONFLICT DO UPDATE SET'),
    ...withExcluded(statement.slice(on + 4)),
  ];
}

/** After `SELECT … FROM t`, SQLite would read ON as a join's condition; a WHERE makes it clear. */
function withWhere(insert: Token[]): Token[] {
  let select = -1;
  for (;;) {
    const next = findOutside(insert, (at) => is(insert[at], 'SELECT'), select + 1);
    if (next < 0) break;
    select = next;
  }
  if (select < 0) return insert;
  const clear = findOutside(
    insert,
    (at) => ['WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT'].some((word) => is(insert[at], word)),
    select,
  );
  return clear < 0 ? [...insert, raw('WHERE true')] : insert;
}

/** `VALUES(column)`: the value that would have been inserted. */
function withExcluded(assignments: Token[]): Token[] {
  const result: Token[] = [];
  for (let at = 0; at < assignments.length; at++) {
    const token = assignments[at];
    const column = assignments[at + 2];
    if (!token) continue;
    if (reads(assignments, at, 'VALUES', '(') && column && is(assignments[at + 3], ')')) {
      result.push(raw('excluded.'), { ...column, space: '' });
      at += 3;
    } else {
      result.push(token);
    }
  }
  return result;
}
