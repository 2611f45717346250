import type { Clause, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { negated } from './clauses';
import { parseJql } from './parse';
import { jqlError } from './refuse';

/** A call of an app's JQL function: `issue in serves("OBJ-7")`. */
export type FunctionCall = { field: string; operator: string; name: string; arguments: string[] };

/** What Jira keeps of a call, for everybody who searches. Times are epoch milliseconds. */
export type Precomputation = FunctionCall & {
  id: string;
  functionKey: string;
  created: number;
  updated: number;
  used: number;
} & FunctionResult;

export type FunctionResult = { value: string } | { error: string };

/** The JQL functions of an app, as Jira asks and remembers them. */
export type AppJqlFunctions = {
  /**
   * The JQL that stands for a call; `null`: the app has no such function.
   * @throws JiraError 400 with what the app said, or for a call that its manifest does not allow
   */
  resultOf: (call: FunctionCall) => Promise<string | null>;
  /** What is kept, in the order of its making. */
  list: () => Precomputation[];
  /** Replaces a result. */
  replace: (id: string, result: FunctionResult) => void;
};

/** Finds the JQL that stands for a call; `null`: no app has this function. */
export type AppFunctionResults = (call: FunctionCall) => string | null;

export const NO_APP_FUNCTIONS: AppFunctionResults = () => null;

/** Values on the right-hand side of a fragment that Jira takes (its documentation of JQL functions). */
const MOST_VALUES = 1_000;

/** The call in a clause; `null`: it holds none. */
export function callIn({ field, operator, operand }: TerminalClause, not: boolean): FunctionCall | null {
  if (!operator || operand?.operandType !== 'function') return null;
  return {
    field: field.value.toLowerCase(),
    // Jira resolves NOT by replacing operators, before functions are asked.
    operator: not ? negated(operator.value) : operator.value,
    name: operand.function.value,
    arguments: operand.arguments.map(({ value }) => value),
  };
}

/**
 * All calls of functions in a query, Jira's own included.
 * @throws JiraError 400 if it cannot be parsed
 */
export function callsIn(jql: string): FunctionCall[] {
  const calls = (clause: Clause, not: boolean): FunctionCall[] => {
    switch (clause.clauseType) {
      case 'not':
        return calls(clause.clause, !not);
      case 'compound':
        return clause.clauses.flatMap((part) => calls(part, not));
      case 'terminal':
        return [callIn(clause, not)].filter((call) => call !== null);
    }
  };
  const { where } = parseJql(jql);
  return where ? calls(where, false) : [];
}

/**
 * The clause of a fragment that an app answered with.
 * @throws JiraError 400 for a fragment that Jira does not take
 */
export function fragmentOf(name: string, jql: string): Clause {
  const { where, orderBy } = parseJql(jql);
  if (!where || orderBy) throw jqlError(`The function '${name}' did not answer with a JQL fragment.`);
  if (valuesIn(where) > MOST_VALUES)
    throw jqlError(`The function '${name}' answered with more than 1,000 right-hand side values.`);
  return where;
}

const valuesIn = (clause: Clause): number => {
  switch (clause.clauseType) {
    case 'not':
      return valuesIn(clause.clause);
    case 'compound':
      return clause.clauses.reduce((sum, part) => sum + valuesIn(part), 0);
    case 'terminal':
      return clause.operand ? valuesOf(clause.operand) : 0;
  }
};

const valuesOf = (operand: Operand): number =>
  operand.operandType === 'list' ? operand.values.length : operand.operandType === 'keyword' ? 0 : 1;
