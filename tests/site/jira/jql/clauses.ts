import { isDeepStrictEqual } from 'node:util';
import type { Operand } from '@atlaskit/jql-ast';
import type { Issue } from '../model';
import { instantFrom, instantOfFunction, type Now } from './dates';
import type { JqlField } from './jqlFields';
import { compareKeys } from './keys';
import { jqlError } from './refuse';
import { textMatcher } from './text';

export type Test = (issue: Issue) => boolean;

export type ClauseContext = Now & {
  accountId: string;
  find: (idOrKey: string) => Issue | undefined;
};

/** One clause whose operator and operand are present; the kind of field decides how `value` is read. */
export type Term = { field: JqlField; operator: string; operand: Operand };

const opposite: Record<string, string> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** The opposite operator. Jira resolves NOT by replacing the operators of its clauses. */
export const negated = (operator: string): string => opposite[operator] ?? operator;

/**
 * Compiles a clause into a test. As in Jira, `!=`, `not in` and `!~` do not match issues with an empty field.
 * @throws JiraError 400 for an operator or value that the field does not accept
 */
export function clauseTest(term: Term, context: ClauseContext): Test {
  const { field, operator, operand } = term;
  const items = operand.operandType === 'list' ? operand.values : [operand];
  const asksEmpty = items.some((item) => item.operandType === 'keyword');
  const values = items.filter((item) => item.operandType !== 'keyword');
  const isEmpty = emptiness(field, context);
  if (operator === 'is' || operator === 'is not') {
    if (values.length > 0) throw jqlError(`The operator '${operator}' takes only EMPTY or NULL.`);
    return operator === 'is' ? isEmpty : (issue) => !isEmpty(issue);
  }
  if ((operand.operandType === 'list') !== (operator === 'in' || operator === 'not in')) {
    throw jqlError(`Operator '${operator}' does not go with the value of the field '${field.name}'.`);
  }
  const positive = operator === '!=' || operator === 'not in' || operator === '!~' ? negated(operator) : operator;
  const matches = values.length > 0 ? valueTest({ ...term, operator: positive }, values, context) : () => false;
  if (positive === operator) return asksEmpty ? (issue) => isEmpty(issue) || matches(issue) : matches;
  return (issue) => !isEmpty(issue) && !matches(issue);
}

function emptiness(field: JqlField, { timeZone }: ClauseContext): Test {
  switch (field.kind) {
    case 'names':
      return (issue) => field.read(issue).length === 0;
    case 'text':
      return (issue) => field.read(issue) === '';
    case 'instant':
      return (issue) => field.read(issue, timeZone) === null;
    case 'number':
    case 'object':
      return (issue) => field.read(issue) === null;
    case 'key':
      return () => false;
  }
}

function valueTest({ field, operator }: Term, values: Operand[], context: ClauseContext): Test {
  const refuse = () => jqlError(`The operator '${operator}' is not supported by the '${field.name}' field.`);
  const equality = operator === '=' || operator === 'in';
  switch (field.kind) {
    case 'names': {
      if (operator === '~' && field.text) {
        const matches = textMatcher(literal(values[0], field));
        return (issue) => field.read(issue).some(matches);
      }
      if (!equality) throw refuse();
      const wanted = new Set(values.map((value) => nameOf(value, field, context).toLowerCase()));
      if (field.name === 'resolution' && wanted.has('unresolved')) {
        return (issue) => issue.resolution === null || field.read(issue).some((name) => wanted.has(name));
      }
      return (issue) => field.read(issue).some((name) => wanted.has(name));
    }
    case 'text': {
      if (operator !== '~') throw refuse();
      const matches = textMatcher(literal(values[0], field));
      return (issue) => matches(field.read(issue));
    }
    case 'instant':
      return comparison(
        operator,
        values.map((value) => instant(value, field, context)),
        (issue) => field.read(issue, context.timeZone),
        refuse,
      );
    case 'number':
      return comparison(
        operator,
        values.map((value) => number(value, field)),
        field.read,
        refuse,
      );
    case 'key':
      return keyTest(
        operator,
        values.map((value) => literal(value, field)),
        context,
        refuse,
      );
    case 'object': {
      if (operator === '~') {
        const matches = textMatcher(literal(values[0], field));
        return (issue) => matches(textOfObject(field.read(issue)));
      }
      if (!equality) throw refuse();
      const wanted = values.map((value) => field.parse(literal(value, field)));
      return (issue) => wanted.some((one) => isDeepStrictEqual(field.read(issue), one));
    }
  }
}

/** All values of an object as one text. */
const textOfObject = (value: unknown): string => Object.values(value ?? {}).join(' ');

function comparison(
  operator: string,
  values: number[],
  read: (issue: Issue) => number | null,
  refuse: () => Error,
): Test {
  const [first = 0] = values;
  const compare: Record<string, (held: number) => boolean> = {
    '=': (held) => held === first,
    in: (held) => values.includes(held),
    '<': (held) => held < first,
    '<=': (held) => held <= first,
    '>': (held) => held > first,
    '>=': (held) => held >= first,
  };
  const test = compare[operator];
  if (!test) throw refuse();
  return (issue) => {
    const held = read(issue);
    return held !== null && test(held);
  };
}

function keyTest(operator: string, keys: string[], { find }: ClauseContext, refuse: () => Error): Test {
  if (operator === '=' || operator === 'in') {
    const ids = new Set(keys.map((key) => find(key)?.id));
    return (issue) => ids.has(issue.id);
  }
  const [first = ''] = keys;
  const than = find(first)?.key ?? first;
  const compare: Record<string, (order: number) => boolean> = {
    '<': (order) => order < 0,
    '<=': (order) => order <= 0,
    '>': (order) => order > 0,
    '>=': (order) => order >= 0,
  };
  const test = compare[operator];
  if (!test) throw refuse();
  return (issue) => {
    const order = compareKeys(issue.key, than);
    return order !== null && test(order);
  };
}

function literal(operand: Operand | undefined, field: JqlField): string {
  if (operand?.operandType === 'value') return operand.value;
  throw jqlError(`The local site does not know this kind of value for the field '${field.name}'.`);
}

function nameOf(operand: Operand, field: JqlField, { accountId }: ClauseContext): string {
  if (operand.operandType !== 'function') return literal(operand, field);
  if (operand.function.value.toLowerCase() === 'currentuser' && /^(assignee|reporter)$/.test(field.name))
    return accountId;
  throw unknownFunction(operand.function.value);
}

function instant(operand: Operand, field: JqlField, now: Now): number {
  if (operand.operandType !== 'function') return instantFrom(literal(operand, field), field.name, now);
  const name = operand.function.value;
  const found = instantOfFunction(
    name.toLowerCase(),
    operand.arguments.map((argument) => argument.value),
    now,
  );
  if (found === null) throw unknownFunction(name);
  return found;
}

function number(operand: Operand, field: JqlField): number {
  const text = literal(operand, field);
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) {
    throw jqlError(`The value '${text}' for field '${field.name}' is invalid: it must be a number.`);
  }
  return value;
}

const unknownFunction = (name: string) => jqlError(`The local site does not know the JQL function '${name}' here.`);
