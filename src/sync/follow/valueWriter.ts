import type { FieldValue } from '../../domain/strategy/fieldValue';
import { writeFieldValue } from '../../jira/fieldValues';
import { JiraError, mayBeOfOne } from '../../jira/jiraError';
import { asApp, type Job } from '../../site/rateBudget';

/** What became of issues to be written. `refused`: those that Jira refuses for good */
export type Written = { taken: number[]; refused: number[] };

/** If Jira has taken nothing and fails over so many issues alone, the fault is a common one. */
const FAIL_ALONE = 4;

/**
 * Writes values of the field to the issues of one batch. Jira takes all values of one call or none, so if it refuses,
 * halving finds the issues at fault and the rest is written. Issues that it refuses for good are logged and left.
 */
export class ValueWriter {
  /** why some must be written later: Jira says that one was written too often in the last seconds; `null`: none */
  later: JiraError | null = null;
  /** issues over which Jira failed even alone, and how; those who call decide whether it is their fault */
  readonly failing: number[] = [];
  failure: JiraError | null = null;
  /** whether Jira took a value */
  hasTaken = false;

  constructor(
    private readonly field: string,
    private readonly job: Job = 'upkeep',
  ) {}

  /**
   * @param value `null` clears the field
   * @throws JiraError if Jira takes nothing now
   */
  async write(issues: readonly number[], value: FieldValue | null): Promise<Written> {
    if (issues.length === 0) return { taken: [], refused: [] };
    try {
      await writeFieldValue(asApp(this.job), this.field, issues, value);
      this.hasTaken = true;
      return { taken: [...issues], refused: [] };
    } catch (error) {
      // "Later" stops the whole batch, which is then tried again, unless Jira says it of one issue only.
      if (!(error instanceof JiraError) || isOfAll(error)) throw error;
      const [issue] = issues;
      if (issues.length === 1 && issue !== undefined) return this.without(issue, error);
      const half = Math.ceil(issues.length / 2);
      const first = await this.write(issues.slice(0, half), value);
      const second = await this.write(issues.slice(half), value);
      return { taken: [...first.taken, ...second.taken], refused: [...first.refused, ...second.refused] };
    }
  }

  /** Leaves an issue that Jira does not take alone. */
  private without(issue: number, error: JiraError): Written {
    const isLater = error.failure === 'busy' && error.about === 'issue';
    if (isLater) {
      this.later = error;
      return { taken: [], refused: [] };
    }
    console.warn(JSON.stringify({ event: 'tagNotWritten', issue, status: error.status }));
    if (error.failure !== 'busy') return { taken: [], refused: [issue] };
    this.failing.push(issue);
    this.failure = error;
    if (!this.hasTaken && this.failing.length === FAIL_ALONE) throw error;
    return { taken: [], refused: [] };
  }
}

/** Whether no single issue can be why Jira does not take a value now. */
const isOfAll = (error: JiraError): boolean =>
  error.failure === 'busy' && error.about !== 'issue' && !mayBeOfOne(error);
