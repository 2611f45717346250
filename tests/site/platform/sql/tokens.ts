/** A token of MySQL text. `space`: the text before it; `text`: of a string its value, of a quoted name the name */
export type Token = { kind: 'word' | 'name' | 'string' | 'number' | 'mark'; text: string; space: string };

const PATTERN =
  /(?<space>(?:\s+|--\s[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*)(?:(?<word>[A-Za-z_$][\w$]*)|`(?<name>(?:[^`]|``)*)`|'(?<single>(?:[^'\\]|''|\\[\s\S])*)'|"(?<double>(?:[^"\\]|""|\\[\s\S])*)"|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<mark><=>|<>|<=|>=|!=|\|\||&&|:=|[^\s\w]))/y;

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  0: '\0',
  b: '\b',
  Z: '\x1a',
  '%': '\\%',
  _: '\\_',
};

const unescape = (text: string, quote: string): string =>
  text.replaceAll(quote + quote, quote).replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char);

/**
 * Splits MySQL statements into tokens.
 * @throws on an unclosed string or name
 */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  const end = sql.trimEnd().length;
  while (PATTERN.lastIndex < end) {
    const from = PATTERN.lastIndex;
    const groups = PATTERN.exec(sql)?.groups;
    if (!groups) {
      // The rest is a comment, or cannot be read.
      if (/^(?:\s+|--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*$/.test(sql.slice(from))) break;
      throw new SyntaxError(`Cannot read SQL at: ${sql.slice(from, from + 40)}`);
    }
    const { space = '', word, name, single, double, number, mark } = groups;
    if (mark === '`' || mark === "'" || mark === '"') {
      throw new SyntaxError(`Unclosed ${mark} in SQL at: ${sql.slice(from, from + 40)}`);
    }
    if (word !== undefined) tokens.push({ kind: 'word', text: word, space });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.replaceAll('``', '`'), space });
    else if (single !== undefined) tokens.push({ kind: 'string', text: unescape(single, "'"), space });
    else if (double !== undefined) tokens.push({ kind: 'string', text: unescape(double, '"'), space });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, space });
    else tokens.push({ kind: 'mark', text: mark ?? '', space });
  }
  return tokens;
}

/** Whether a token is this unquoted word or mark, ignoring case. */
export const is = (token: Token | undefined, text: string): boolean =>
  token !== undefined && (token.kind === 'word' || token.kind === 'mark') && token.text.toUpperCase() === text;

/** Whether the tokens from `at` on are these words. */
export const reads = (tokens: Token[], at: number, ...words: string[]): boolean =>
  words.every((word, i) => is(tokens[at + i], word));

/** The first place at or after `from`, outside of brackets opened there, where `wanted` holds; −1: none. */
export function findOutside(tokens: Token[], wanted: (at: number) => boolean, from = 0): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (depth === 0 && wanted(at)) return at;
    if (is(tokens[at], '(')) depth++;
    else if (is(tokens[at], ')')) depth--;
  }
  return -1;
}

/** The parts between commas that are outside of brackets. */
export function splitOutside(tokens: Token[]): Token[][] {
  const parts: Token[][] = [];
  let from = 0;
  for (;;) {
    const comma = findOutside(tokens, (at) => is(tokens[at], ','), from);
    parts.push(tokens.slice(from, comma < 0 ? undefined : comma));
    if (comma < 0) return parts;
    from = comma + 1;
  }
}

/** Writes tokens for SQLite: names in backticks, strings in single quotes. */
export const write = (tokens: Token[]): string =>
  tokens
    .map(({ kind, text, space }) => {
      const gap = space === '' ? '' : ' ';
      if (kind === 'name') return `${gap}\`${text.replaceAll('`', '``')}\``;
      if (kind === 'string') return `${gap}'${text.replaceAll("'", "''")}'`;
      return gap + text;
    })
    .join('')
    .trim();

/** A token with a given text, after a blank. */
export const raw = (text: string): Token => ({ kind: 'mark', text, space: ' ' });
