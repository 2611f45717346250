import { ExpressionError } from './refuse';
import { called, isSymbol, type Token, tokensOf } from './tokens';

/** A node of a parsed expression. */
export type Node =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'name'; name: string }
  | { kind: 'map'; entries: [string, Node][] }
  | { kind: 'member'; of: Node; name: string }
  | { kind: 'item'; of: Node; index: Node }
  | { kind: 'call'; of: Node; method: string; values: Node[] }
  | { kind: 'binary'; operator: string; left: Node; right: Node }
  | { kind: 'choice'; test: Node; yes: Node; no: Node };

/** Bindings, in their order, and the expression that uses them. */
export type Program = { bindings: [string, Node][]; result: Node };

/**
 * Limits beyond which Jira refuses ("too long", "too many nodes"):
 * https://developer.atlassian.com/cloud/jira/platform/jira-expressions/
 */
const LONGEST = 1000;
const MOST_LEAVES = 100;

const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Loosest binding first, as in JavaScript. */
const OPERATORS = [['||'], ['&&'], ['==', '!='], ['+']];

/**
 * Parses an expression in the part of Jira's language that the local site knows: `let`, `? :`, `|| && == != +`,
 * members, items, methods, maps, texts, numbers, `true`, `false` and `null`.
 * @throws ExpressionError for anything else, and for expressions that are too long for Jira
 */
export function parseExpression(expression: string): Program {
  if (expression.length > LONGEST) {
    throw new ExpressionError(`Jira expression is too long (${expression.length}), limit: ${LONGEST} characters`);
  }
  const reader = new Reader(tokensOf(expression));
  const program = reader.program();
  if (reader.leaves > MOST_LEAVES) {
    throw new ExpressionError(`Jira expression has too many nodes (${reader.leaves}), limit: ${MOST_LEAVES} leaves`);
  }
  return program;
}

class Reader {
  leaves = 0;
  private at = 0;

  constructor(private readonly tokens: Token[]) {}

  program(): Program {
    const bindings: [string, Node][] = [];
    while (this.takeName('let')) {
      const name = this.name();
      this.expect('=');
      bindings.push([name, this.expression()]);
      this.expect(';');
    }
    const result = this.expression();
    if (this.next.kind !== 'end') throw this.unexpected();
    return { bindings, result };
  }

  private expression(): Node {
    const test = this.binary(0);
    if (!this.take('?')) return test;
    const yes = this.expression();
    this.expect(':');
    return { kind: 'choice', test, yes, no: this.expression() };
  }

  private binary(level: number): Node {
    const operators = OPERATORS[level];
    if (!operators) return this.postfix(this.primary());
    let left = this.binary(level + 1);
    for (let operator = this.takeOne(operators); operator; operator = this.takeOne(operators)) {
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private postfix(of: Node): Node {
    if (this.take('.')) {
      const name = this.name();
      if (this.take('(')) {
        return this.postfix({ kind: 'call', of, method: name, values: this.list(')', () => this.expression()) });
      }
      return this.postfix({ kind: 'member', of, name });
    }
    if (!this.take('[')) return of;
    const index = this.expression();
    this.expect(']');
    return this.postfix({ kind: 'item', of, index });
  }

  private primary(): Node {
    const token = this.next;
    if (this.take('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (this.take('{')) return { kind: 'map', entries: this.list('}', () => this.entry()) };
    if (token.kind === 'symbol' || token.kind === 'end') throw this.unexpected();
    this.at += 1;
    this.leaves += 1;
    if (token.kind === 'number') return { kind: 'literal', value: token.value };
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    const literal = LITERALS[token.text];
    return literal === undefined ? { kind: 'name', name: token.text } : { kind: 'literal', value: literal };
  }

  private entry(): [string, Node] {
    const name = this.name();
    this.expect(':');
    return [name, this.expression()];
  }

  private list<T>(end: string, read: () => T): T[] {
    const items: T[] = [];
    if (this.take(end)) return items;
    do items.push(read());
    while (this.take(','));
    this.expect(end);
    return items;
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end' };
  }

  private name(): string {
    const token = this.next;
    if (token.kind !== 'name') throw this.unexpected();
    this.at += 1;
    return token.text;
  }

  private takeName(word: string): boolean {
    const isNext = this.next.kind === 'name' && this.next.text === word;
    if (isNext) this.at += 1;
    return isNext;
  }

  private take(symbol: string): boolean {
    const isNext = isSymbol(this.next, symbol);
    if (isNext) this.at += 1;
    return isNext;
  }

  private takeOne(symbols: readonly string[]): string | undefined {
    return symbols.find((symbol) => this.take(symbol));
  }

  private expect(symbol: string): void {
    if (!this.take(symbol)) throw new ExpressionError(`${symbol} expected, ${called(this.next)} encountered.`);
  }

  private unexpected(): ExpressionError {
    return new ExpressionError(`${called(this.next)} was not expected.`);
  }
}
