import type { FieldValue } from '../../domain/strategy/fieldValue';
import { writeFieldValue } from '../../jira/fieldValues';
import { JiraError } from '../../jira/jiraError';
import { asApp, type Job } from '../../site/rateBudget';

/** What became of issues to be written. */
export type Written = {
  taken: number[];
  /** those that Jira refuses for good */
  refused: number[];
  /** why the others must be written later: Jira says that one was written too often in the last seconds; `null`: none */
  later: JiraError | null;
};

/**
 * Writes a value to issues. Jira takes all values of one call or none, so if it refuses, halving finds the issues at
 * fault and the rest is written. Issues that it refuses for good are logged and left.
 * @param value `null` clears the field
 * @throws JiraError if Jira takes nothing now
 */
export const writeWhereTaken = async (
  field: string,
  issues: readonly number[],
  value: FieldValue | null,
  job: Job = 'upkeep',
): Promise<Written> => {
  if (issues.length === 0) return { taken: [], refused: [], later: null };
  try {
    await writeFieldValue(asApp(job), field, issues, value);
    return { taken: [...issues], refused: [], later: null };
  } catch (error) {
    // "Later" stops the whole batch, which is then tried again, unless Jira says it of one issue only.
    if (!(error instanceof JiraError)) throw error;
    const isLater = error.failure === 'busy';
    if (isLater && error.about !== 'issue') throw error;
    if (issues.length === 1) {
      if (isLater) return { taken: [], refused: [], later: error };
      console.warn(JSON.stringify({ event: 'tagNotWritten', issue: issues[0], status: error.status }));
      return { taken: [], refused: [...issues], later: null };
    }
    const half = Math.ceil(issues.length / 2);
    const first = await writeWhereTaken(field, issues.slice(0, half), value, job);
    const second = await writeWhereTaken(field, issues.slice(half), value, job);
    return {
      taken: [...first.taken, ...second.taken],
      refused: [...first.refused, ...second.refused],
      later: second.later ?? first.later,
    };
  }
};
