import type { Clause, TerminalClause } from '@atlaskit/jql-ast';
import type { Field } from '../fields';
import type { IssueStore } from '../issueStore';
import type { Issue, Project } from '../model';
import { type AppFunctionResults, callIn, fragmentOf, NO_APP_FUNCTIONS } from './appFunctions';
import { clauseTest, negated, type ClauseContext, type Term, type Test } from './clauses';
import { jqlFields, type JqlField } from './jqlFields';
import { orderOf, type Order } from './order';
import { parseJql } from './parse';
import { jqlError } from './refuse';

export type JqlContext = {
  fields: readonly Field[];
  issues: IssueStore;
  projects: () => Project[];
  /** If given, a query is refused that names a project for which this is false, or one or a parent that does not exist, as in Jira. */
  searchable?: (project: Project) => boolean;
  /** For relative dates, in epoch milliseconds. */
  now: number;
  timeZone: string;
  /** Who currentUser() is. */
  accountId: string;
  /** Results of the functions of apps; by default there are none. */
  appFunctions?: AppFunctionResults | undefined;
};

/** A compiled query. */
export type Query = {
  /** Whether there is a restriction, which `POST /search/jql` requires. */
  bounded: boolean;
  matches: Test;
  /** The matching issues, whoever may see them, in no order: for counting. */
  find: () => Issue[];
  /** The matching issues in the query's order. */
  run: () => Issue[];
};

/** Issues that may match, if fewer than all; `null`: the clause does not narrow. */
type Candidates = (() => Iterable<Issue>) | null;
type Compiled = { test: Test; candidates: Candidates };

/**
 * Compiles JQL once for many issues. The part of JQL known: AND, OR, NOT; = != in, not in, < <= > >= ~ !~ is, is not;
 * EMPTY; currentUser(), now(), startOfDay(); ORDER BY. A name that does not exist matches nothing.
 * @throws JiraError 400 for what Jira, or this part of JQL, does not know
 */
export function compileJql(jql: string, context: JqlContext): Query {
  const { where, orderBy } = parseJql(jql);
  const compiler = new Compiler(context);
  const compiled = where && compiler.compile(where, false);
  const order: Order = orderOf(orderBy, (name) => compiler.field(name), context.timeZone);
  const matches = compiled?.test ?? (() => true);
  const find = () => [...(compiled?.candidates?.() ?? context.issues.all())].filter(matches);
  return { bounded: compiled !== null, matches, find, run: () => find().sort(order) };
}

class Compiler {
  private readonly fields: ReadonlyMap<string, JqlField>;
  private readonly clauses: ClauseContext;

  constructor(private readonly context: JqlContext) {
    this.fields = jqlFields(context.fields);
    this.clauses = { ...context, find: (idOrKey) => context.issues.find(idOrKey) };
  }

  /** A field by any of its names; `"Story Points[Number]"` is how Jira's editor writes a custom field. */
  field(name: string): JqlField {
    const wanted = name.toLowerCase();
    const found = this.fields.get(wanted) ?? this.fields.get(wanted.replace(/\[[a-z ()]+\]$/, ''));
    if (!found) {
      throw jqlError(`Field '${name}' does not exist or you do not have permission to view it.`);
    }
    return found;
  }

  compile(clause: Clause, not: boolean): Compiled {
    switch (clause.clauseType) {
      case 'not':
        return this.compile(clause.clause, !not);
      case 'terminal':
        return this.terminal(clause, not);
      case 'compound': {
        const parts = clause.clauses.map((part) => this.compile(part, not));
        const all = (clause.operator.value === 'and') !== not;
        return all
          ? {
              test: (issue) => parts.every((part) => part.test(issue)),
              candidates: parts.find((part) => part.candidates)?.candidates ?? null,
            }
          : { test: (issue) => parts.some((part) => part.test(issue)), candidates: null };
      }
    }
  }

  private terminal(clause: TerminalClause, not: boolean): Compiled {
    const { operator, operand } = clause;
    const field = this.field(clause.field.value);
    const call = callIn(clause, not);
    const fragment = call && (this.context.appFunctions ?? NO_APP_FUNCTIONS)(call);
    // The function was told the operator, so the fragment stands as it is.
    if (call && fragment !== null) return this.compile(fragmentOf(call.name, fragment), false);
    if (clause.field.properties && clause.field.properties.length > 0)
      throw jqlError('The local site does not know entity properties in JQL.');
    if (!operator || !operand || clause.predicates.length > 0 || /^(was|changed)/.test(operator.value)) {
      throw jqlError(`The local site does not search the history of the field '${field.name}'.`);
    }
    if (field.name === 'project') this.checkProjects(operand);
    if (field.name === 'parent') this.checkParents(operand);
    const term: Term = { field, operator: not ? negated(operator.value) : operator.value, operand };
    return { test: clauseTest(term, this.clauses), candidates: this.candidates(term) };
  }

  /** @throws JiraError 400 for a project that cannot be searched */
  private checkProjects(operand: Term['operand']): void {
    const { projects, searchable } = this.context;
    if (!searchable) return;
    for (const item of operand.operandType === 'list' ? operand.values : [operand]) {
      if (item.operandType !== 'value') continue;
      const wanted = item.value.toLowerCase();
      const isNamed = ({ id, key, name }: Project) => [id, key.toLowerCase(), name.toLowerCase()].includes(wanted);
      if (!projects().some((project) => isNamed(project) && searchable(project)))
        throw jqlError(`The value '${item.value}' does not exist for the field 'project'.`);
    }
  }

  /** @throws JiraError 400 for an issue that does not exist */
  private checkParents(operand: Term['operand']): void {
    if (!this.context.searchable) return;
    for (const item of operand.operandType === 'list' ? operand.values : [operand]) {
      if (item.operandType === 'value' && !this.context.issues.find(item.value))
        throw jqlError(`The value '${item.value}' does not exist for the field 'parent'.`);
    }
  }

  private candidates({ field, operator, operand }: Term): Candidates {
    if (operator !== '=' && operator !== 'in') return null;
    const items = operand.operandType === 'list' ? operand.values : [operand];
    const values = items.flatMap((item) => (item.operandType === 'value' ? [item.value.toLowerCase()] : []));
    if (values.length < items.length) return null;
    const { issues, projects } = this.context;
    if (field.kind === 'key') return () => new Set(values.flatMap((value) => issues.find(value) ?? []));
    if (field.name === 'parent') {
      const parents = values.map((value) => issues.find(value));
      // A parent that is not on the site is known by its children only.
      if (parents.includes(undefined)) return null;
      return () => new Set(parents.flatMap((parent) => (parent ? issues.childrenOf(parent.id) : [])));
    }
    if (field.name !== 'project') return null;
    return () =>
      projects()
        .filter(({ id, key, name }) => [id, key.toLowerCase(), name.toLowerCase()].some((one) => values.includes(one)))
        .flatMap((project) => [...issues.ofProject(project.id)]);
  }
}
