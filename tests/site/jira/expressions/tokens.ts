import { ExpressionError } from './refuse';

export type Token =
  { kind: 'name' | 'symbol' | 'text'; text: string } | { kind: 'number'; value: number } | { kind: 'end' };

/** Whether a token is this symbol, and not a text that looks like it. */
export const isSymbol = (token: Token, symbol: string): boolean => token.kind === 'symbol' && token.text === symbol;

/** A token's name in an error. */
export const called = (token: Token): string =>
  token.kind === 'end' ? 'the end' : token.kind === 'number' ? String(token.value) : token.text;

const part =
  /\s*(?:(?<name>[A-Za-z_]\w*)|(?<number>\d+(?:\.\d+)?)|'(?<single>[^'\\]*)'|"(?<double>[^"\\]*)"|(?<symbol>[=!]=|&&|\|\||[=+?:.,;()[\]{}]))/y;

/**
 * The tokens of an expression. A backslash in a text is refused, because how Jira reads it is not documented.
 * @throws ExpressionError for anything else
 */
export function tokensOf(expression: string): Token[] {
  const text = expression.trim();
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = part.lastIndex) {
    part.lastIndex = at;
    const { name, number, single, double, symbol } = part.exec(text)?.groups ?? {};
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else if ((single ?? double) !== undefined) tokens.push({ kind: 'text', text: single ?? double ?? '' });
    else
      throw new ExpressionError(`The local site does not understand the expression at "${text.slice(at, at + 20)}".`);
  }
  return [...tokens, { kind: 'end' }];
}
