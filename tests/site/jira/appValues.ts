import { fieldError } from './errors';
import { ExpressionError, jiraExpression } from './expressions/evaluate';
import type { Value } from './expressions/value';
import type { Field } from './fields';
import type { AppField } from './model';

/**
 * The value of the app's field that a person, an import or a query enters, as it is stored. A text goes through the
 * field's parser. The result must pass schema and validation wherever Atlassian says so.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/ (Parser, Validation)
 * @throws JiraError 400
 */
export function statedValue(field: Field & { app: AppField }, stated: unknown): unknown {
  const value = typeof stated === 'string' ? parsedValue(field, stated) : stated;
  checkSchema(field, value);
  validate(field, value);
  return value;
}

/** What the field's parser makes of a text. */
export function parsedValue({ id, app }: Field & { app: AppField }, text: string): unknown {
  if (app.parser === undefined) throw fieldError(id, 'The value must be an object.');
  return evaluated(id, app.parser, text);
}

function validate({ id, app }: Field & { app: AppField }, value: unknown): void {
  if (!app.validation) return;
  const { expression, errorMessage } = app.validation;
  const verdict = evaluated(id, expression, value as Value);
  if (verdict === true) return;
  if (verdict === false) throw fieldError(id, errorMessage ?? 'The value is invalid.');
  throw fieldError(id, typeof verdict === 'string' ? verdict : 'The validation gave neither true, false nor a text.');
}

function evaluated(id: string, expression: string, value: Value): Value {
  try {
    return jiraExpression(expression)({ value, fieldId: id });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw fieldError(id, error.message);
  }
}

/**
 * Checks a value against the field's JSON schema, also the app's own writes; `null` is no value.
 * @throws JiraError 400
 */
export function checkSchema({ id, app }: Field, value: unknown): void {
  if (value === null) return;
  if (typeof value !== 'object' || Array.isArray(value)) throw fieldError(id, 'The value must be an object.');
  const { properties = {}, required = [] } = app ?? {};
  const held = value as Record<string, unknown>;
  for (const name of required) {
    if (held[name] === undefined) throw fieldError(id, `The property "${name}" is missing.`);
  }
  for (const [name, one] of Object.entries(held)) {
    const property = properties[name];
    if (property === undefined) throw fieldError(id, `The field has no property "${name}".`);
    if (typeof one !== property.type) throw fieldError(id, `The property "${name}" must be a ${property.type}.`);
    const { minLength = 0, pattern } = property;
    if (typeof one !== 'string') continue;
    if (one.length < minLength) throw fieldError(id, `The property "${name}" is too short.`);
    if (pattern !== undefined && !new RegExp(pattern).test(one)) {
      throw fieldError(id, `The property "${name}" does not match the pattern ${pattern}.`);
    }
  }
}
