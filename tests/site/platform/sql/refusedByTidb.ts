import { RESERVED_WORDS } from './reservedWords';
import { SqlError } from './sqlEngine';
import { findOutside, is, splitOutside, type Token } from './tokens';

/** The words that begin a part of CREATE TABLE other than a column. */
const NOT_COLUMNS = ['PRIMARY', 'UNIQUE', 'KEY', 'INDEX', 'CONSTRAINT', 'CHECK', 'FOREIGN'];

/**
 * TiDB's error for a statement that the embedded engine would run: a bound LIMIT, or a reserved word as the name of a
 * column, table, alias or common table expression; null: none.
 */
export function refusedByTidb(tokens: Token[]): SqlError | null {
  if (tokens.some((token, at) => (is(token, 'LIMIT') || is(token, 'OFFSET')) && is(tokens[at + 1], '?'))) {
    return new SqlError('Incorrect arguments to LIMIT', 'ER_WRONG_ARGUMENTS', 1210, 'HY000');
  }
  const reserved = namesIn(tokens).find(isReserved);
  if (!reserved) return null;
  return new SqlError(`syntax error near ${reserved.text}, a reserved word`, 'ER_PARSE_ERROR', 1064, '42000');
}

/** A name in backticks may be any word. */
const isReserved = (token: Token): boolean => token.kind === 'word' && RESERVED_WORDS.has(token.text.toUpperCase());

/** The tokens that can only be names: a reserved word there is no keyword. */
function namesIn(tokens: Token[]): Token[] {
  const names = is(tokens[0], 'CREATE') ? namesMade(tokens) : [];
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (!next) return;
    if (is(token, 'AS') && !is(next, '(') && !isTypeOfCast(tokens, at)) names.push(next);
    if (is(token, 'RECURSIVE')) names.push(next);
    if (is(token, 'WITH') && !is(next, 'RECURSIVE') && !is(tokens[at - 1], 'START')) names.push(next);
  });
  return names.filter((token) => !is(token, 'SELECT'));
}

/** The names in a CREATE: the table or index, and a table's columns. */
function namesMade(tokens: Token[]): Token[] {
  const open = tokens.findIndex((token) => is(token, '('));
  const made = tokens[open - 1];
  const close = findOutside(tokens, (at) => is(tokens[at], ')'), open + 1);
  const columns = is(tokens[1], 'TABLE') ? splitOutside(tokens.slice(open + 1, close)).map(([first]) => first) : [];
  return [made, ...columns].filter(
    (token): token is Token => token !== undefined && !NOT_COLUMNS.some((word) => is(token, word)),
  );
}

/** Whether this AS is inside a CAST, as in `CAST(x AS SIGNED)`: then a type follows. */
const isTypeOfCast = (tokens: Token[], at: number): boolean => {
  for (let before = at - 1, depth = 0; before >= 0; before -= 1) {
    if (is(tokens[before], ')')) depth += 1;
    else if (is(tokens[before], '(')) {
      if (depth === 0) return is(tokens[before - 1], 'CAST') || is(tokens[before - 1], 'CONVERT');
      depth -= 1;
    }
  }
  return false;
};
