import { statedValue } from '../jira/appValues';
import { JiraError, type JiraSite } from '../jira/jiraSite';
import { OBJECTIVE_COLUMN } from './exportIssue';
import { inputError } from './inputError';
import type { RelatedIssue } from './relate';

const MODULE = 'strategic-objective';

/**
 * The values of the app's field in an export, by issue id and module key. The texts are read by the field's parser and
 * validation, as in Jira's CSV import.
 * @throws InputError for a text that Jira would refuse
 */
export function importedValues(
  jira: JiraSite,
  issues: readonly RelatedIssue[],
): ReadonlyMap<string, Record<string, unknown>> {
  const field = jira.appFields.find(({ app }) => app.moduleKey === MODULE);
  const read = (text: string, { at }: RelatedIssue): unknown => {
    try {
      return field ? statedValue(field, text) : null;
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      throw inputError({ ...at, column: OBJECTIVE_COLUMN }, `"${text}" is not taken: ${error.message}`);
    }
  };
  return new Map(
    issues.flatMap((issue) =>
      issue.objective === null ? [] : [[issue.id, { [MODULE]: read(issue.objective, issue) }] as const],
    ),
  );
}
