import type { FieldValue } from '../../domain/strategy/fieldValue';
import { writeFieldValue } from '../../jira/fieldValues';
import { JiraError } from '../../jira/jiraError';
import { asApp } from '../../site/rateBudget';

/**
 * Writes a value to issues. Jira takes all values of one call or none, so if it refuses, halving finds the issues at
 * fault and the rest is written.
 * @returns the error if an issue must be written later, because it was written too often in the last seconds
 */
export const writeWhereTaken = async (
  field: string,
  issues: readonly number[],
  value: FieldValue,
): Promise<JiraError | null> => {
  if (issues.length === 0) return null;
  try {
    await writeFieldValue(asApp('upkeep'), field, issues, value);
    return null;
  } catch (error) {
    // "Later" stops the whole batch, which is then tried again, unless Jira says it of one issue only.
    if (!(error instanceof JiraError)) throw error;
    const isLater = error.failure === 'busy';
    if (isLater && error.about !== 'issue') throw error;
    if (issues.length === 1) {
      if (isLater) return error;
      console.warn(JSON.stringify({ event: 'titleNotUpdated', issue: issues[0], status: error.status }));
      return null;
    }
    const half = Math.ceil(issues.length / 2);
    const first = await writeWhereTaken(field, issues.slice(0, half), value);
    return (await writeWhereTaken(field, issues.slice(half), value)) ?? first;
  }
};
