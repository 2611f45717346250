import type { Clause, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { jqlError } from '../../jira/jql/refuse';
import type { ExportNames, FieldNames } from './exportNames';

/** The clauses of a query that name a field, in the order in which they are written. */
export function terminalsOf(clause: Clause | null): TerminalClause[] {
  if (clause === null) return [];
  switch (clause.clauseType) {
    case 'terminal':
      return [clause];
    case 'not':
      return terminalsOf(clause.clause);
    case 'compound':
      return clause.clauses.flatMap(terminalsOf);
  }
}

/** Fields of old saved filters that Jira replaced by `parent`. */
const OLD_PARENTS = new Set(['epic link', 'parent link', 'parentepic', 'epic name']);
const SPRINT_FUNCTIONS = new Set(['opensprints', 'closedsprints', 'futuresprints']);
const DATE_FUNCTION = /^(?:start|end)of|^currentlogin$|^lastlogin$/;

/**
 * Refuses a clause that Jira would refuse, or that an export cannot answer, and says what to write instead.
 * Answers the values that the site may have, but no issue of the export.
 * @throws JiraError
 */
export function refuseForExport(clause: TerminalClause, names: ExportNames): { field: string; value: string }[] {
  const field = clause.field.value;
  const { operator, operand } = clause;
  const name = field.toLowerCase();
  if (OLD_PARENTS.has(name)) throw jqlError(`"${field}" is of old saved filters; write ${parentClause(name, clause)}`);
  if (/^cf\[\d+\]$/.test(name))
    throw jqlError(`an export does not hold ids of fields; write the name instead of ${field}`);
  if (!names.isField(field.replace(/\[[a-z ()]+\]$/i, ''))) {
    const found = names.fields.map((one) => (one.includes(' ') ? `"${one}"` : one)).join(', ');
    throw jqlError(`Field '${field}' does not exist or is not read from an export; write one of ${found}`);
  }
  if (/^(?:was|changed)/.test(operator?.value ?? '')) {
    throw jqlError(
      `an export holds no history, so it cannot answer '${operator?.value}'; write ${field} = … as it is now`,
    );
  }
  const known = names.of(field);
  return itemsOf(operand).flatMap((item) => {
    if (item.operandType === 'function') refuseFunction(field, item.function.value, known);
    if (item.operandType !== 'value' || !known || operator?.value.includes('~')) return [];
    return checkValue(item.value, known);
  });
}

function checkValue(value: string, known: FieldNames): { field: string; value: string }[] {
  const { field, refused, hasIds, found, isKnown } = known;
  if (isKnown(value)) return [];
  if (refused)
    throw jqlError(
      `The value '${value}' does not exist for the field '${field}'; ${listed(found)}; write one of these`,
    );
  if (!hasIds && /^\d+$/.test(value)) {
    throw jqlError(`an export holds no ids of a ${field}, such as ${value}; write its name: ${listed(found)}`);
  }
  return [{ field, value }];
}

function refuseFunction(field: string, name: string, known: FieldNames | undefined): void {
  const called = name.toLowerCase();
  if (called === 'now' || called === 'startofday') return;
  if (SPRINT_FUNCTIONS.has(called)) {
    const example = `sprint = "${known?.found[0] ?? 'Sprint 1'}"`;
    throw jqlError(
      `an export does not tell which sprints are open, so not ${name}(); write their names, as in ${example}; ${listed(known?.found ?? [])}`,
    );
  }
  if (DATE_FUNCTION.test(called)) {
    throw jqlError(`${name}() is not known here; write the day, as in ${field} >= 2025-09-01`);
  }
  if (called === 'currentuser' || called === 'membersof') {
    throw jqlError(
      `${name}() means nobody in an export; write people's names, as in ${field} in ("Ann Lee", "Bo Chan")`,
    );
  }
  if (called === 'childissuesof' || called === 'portfoliochildissuesof') {
    throw jqlError(`${name}() is not known here; write parent = KEY: what is below inherits the objective`);
  }
  throw jqlError(
    `the JQL function ${name}() is not known here; write what it means by names or keys, as in key in (A-1, A-2)`,
  );
}

const itemsOf = (operand: TerminalClause['operand']): Operand[] =>
  !operand ? [] : operand.operandType === 'list' ? operand.values : [operand];

/** The clause by `parent`, as in `parent in (A-1, A-2)`. An epic's name is not its key. */
function parentClause(name: string, { operator, operand }: TerminalClause): string {
  const values = itemsOf(operand).map((item) =>
    item.operandType === 'keyword' ? 'EMPTY' : 'value' in item ? String(item.value) : '…',
  );
  if (name === 'epic name') return 'parent = KEY with the key of the epic';
  return operand?.operandType === 'list'
    ? `parent ${operator?.value ?? 'in'} (${values.join(', ')})`
    : `parent ${operator?.value ?? '='} ${values[0] ?? 'KEY'}`;
}

const MOST = 12;

const listed = (found: readonly string[]): string => {
  const first = found.slice(0, MOST).map((name) => `"${name}"`);
  if (first.length === 0) return 'the export has none';
  return `the export has ${first.join(', ')}${found.length > MOST ? `, … (${found.length})` : ''}`;
};
