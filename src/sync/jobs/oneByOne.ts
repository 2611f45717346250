import { JiraError, mayBeOfOne } from '../../jira/jiraError';

/** If nothing has succeeded and Jira fails over so many, the fault is a common one. */
const MOST_IN_VAIN = 20;

/**
 * Works on several things one by one. One over which Jira fails holds up no other: its error is thrown once all are done.
 */
export class OneByOne {
  private failures = 0;
  private failure: JiraError | null = null;
  /** whether the work on any of them succeeded */
  hasSucceeded = false;

  /**
   * @returns what the work gives; `null`: Jira failed over it
   * @throws any other error, and Jira's if it fails over all
   */
  async attempt<T>(work: () => Promise<T>): Promise<{ done: T } | null> {
    try {
      const done = await work();
      this.hasSucceeded = true;
      return { done };
    } catch (error) {
      if (!(error instanceof JiraError) || !mayBeOfOne(error)) throw error;
      this.failure = error;
      this.failures += 1;
      if (!this.hasSucceeded && this.failures >= MOST_IN_VAIN) throw error;
      return null;
    }
  }

  /** @throws the last error of those over which Jira failed */
  end(): void {
    if (this.failure) throw this.failure;
  }
}
