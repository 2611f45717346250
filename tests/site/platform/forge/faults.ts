import type { JiraEvent } from '../../jira/jiraSite';

/** A fault at an SQL statement: before it is done, or after it but before the answer. */
export type StatementFault = {
  when: 'before' | 'after';
  /** The function ends, or it gets an error and goes on as it likes. */
  what: 'functionEnds' | 'statementFails';
};

/** Faults between Jira, the platform and the app. By default none. */
export class Faults {
  /**
   * Delays of an event's deliveries, in milliseconds, in addition to the site's delay: none loses the event, two double
   * it.
   */
  deliveries: (event: JiraEvent) => readonly number[] = () => [0];

  /**
   * An answer in place of Jira's: too many requests, a fault on the way, a malformed body. With `timeOut` there is no
   * answer until the function's time is up. `null`: Jira answers.
   */
  answer: (request: Request, body: string) => Response | 'timeOut' | null = () => null;

  /** Changes the text of Jira's own answer. */
  distort: (request: Request, text: string) => string = (_, text) => text;

  private counted = 0;
  private armed: { at: number; fault: StatementFault } | null = null;

  /** SQL statements since this was last armed or disarmed. */
  get statements(): number {
    return this.counted;
  }

  /** Arms one fault, at the n-th SQL statement from now, in place of an earlier one. */
  atStatement(at: number, fault: StatementFault): void {
    this.counted = 0;
    this.armed = { at, fault };
  }

  /** Disarms faults at SQL statements. */
  disarm(): void {
    this.counted = 0;
    this.armed = null;
  }

  /** The fault at this statement; the platform calls it for each. */
  nextStatement(): StatementFault | null {
    this.counted += 1;
    return this.armed?.at === this.counted ? this.armed.fault : null;
  }

  /** Ends all faults. */
  end(): void {
    this.deliveries = () => [0];
    this.answer = () => null;
    this.distort = (_, text) => text;
    this.disarm();
  }
}
