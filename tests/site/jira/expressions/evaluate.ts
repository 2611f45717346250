import { TEXT_METHODS } from './methods';
import { type Node, type Program, parseExpression } from './parse';
import { ExpressionError } from './refuse';
import type { Value } from './value';

export { ExpressionError } from './refuse';

export type Variables = Readonly<Record<string, Value>>;

/**
 * Compiles a Jira expression. Types are strict: only booleans are true or false, only texts are joined, only values of
 * one type compared, and a missing member fails.
 * @throws ExpressionError if Jira would refuse the expression; the function throws it if evaluation fails
 */
export function jiraExpression(expression: string): (variables: Variables) => Value {
  const program = parseExpression(expression);
  return (variables) => run(program, variables);
}

function run({ bindings, result }: Program, variables: Variables): Value {
  const known = new Map(Object.entries(variables));
  for (const [name, node] of bindings) known.set(name, evaluate(node, known));
  return evaluate(result, known);
}

type Known = ReadonlyMap<string, Value>;

function evaluate(node: Node, known: Known): Value {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'name': {
      const value = known.get(node.name);
      if (value === undefined) throw new ExpressionError(`There is no variable ${node.name}.`);
      return value;
    }
    case 'map':
      return Object.fromEntries(node.entries.map(([name, entry]) => [name, evaluate(entry, known)]));
    case 'member':
      return member(evaluate(node.of, known), node.name);
    case 'item':
      return item(evaluate(node.of, known), evaluate(node.index, known));
    case 'call': {
      const of = evaluate(node.of, known);
      const method = typeof of === 'string' ? TEXT_METHODS[node.method] : undefined;
      if (!method) throw new ExpressionError(`The local site knows no method ${node.method} of ${typeName(of)}.`);
      return method(of as string, ...node.values.map((value) => evaluate(value, known)));
    }
    case 'choice':
      return evaluate(truth(evaluate(node.test, known)) ? node.yes : node.no, known);
    case 'binary':
      return binary(node, known);
  }
}

function binary({ operator, left, right }: Node & { kind: 'binary' }, known: Known): Value {
  const one = evaluate(left, known);
  if (operator === '&&') return truth(one) && truth(evaluate(right, known));
  if (operator === '||') return truth(one) || truth(evaluate(right, known));
  const other = evaluate(right, known);
  if (operator === '==' || operator === '!=') return areEqual(one, other) === (operator === '==');
  if (typeof one === 'string' && typeof other === 'string') return one + other;
  throw new ExpressionError(`Can't join ${typeName(one)} and ${typeName(other)}.`);
}

function areEqual(one: Value, other: Value): boolean {
  if (one === null || other === null) return one === other;
  if (typeof one !== typeof other || typeof one === 'object') {
    throw new ExpressionError(`Can't compare ${typeName(one)} to ${typeName(other)}.`);
  }
  return one === other;
}

function member(of: Value, name: string): Value {
  if (typeof of === 'string' && name === 'length') return of.length;
  const value = typeof of === 'object' && of !== null && !Array.isArray(of) ? of[name] : undefined;
  if (value === undefined) throw new ExpressionError(`${typeName(of)} has no property ${name}.`);
  return value;
}

function item(of: Value, index: Value): Value {
  const value = Array.isArray(of) && typeof index === 'number' ? of[index] : undefined;
  if (value === undefined) throw new ExpressionError(`${typeName(of)} has no item ${JSON.stringify(index)}.`);
  return value;
}

function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  throw new ExpressionError(`A Boolean was expected, ${typeName(value)} encountered.`);
}

function typeName(value: Value): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'List';
  return { string: 'String', number: 'Number', boolean: 'Boolean', object: 'Map' }[
    typeof value as 'string' | 'number' | 'boolean' | 'object'
  ];
}
