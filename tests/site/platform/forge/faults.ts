import type { JiraEvent } from '../../jira/jiraSite';

/** What goes wrong with an SQL statement: before it is done, or after it is done but not answered. */
export type StatementFault = {
  when: 'before' | 'after';
  /** The function is ended there and then, or it hears that the statement failed and goes on as it sees fit. */
  what: 'functionEnds' | 'statementFails';
};

/** What goes wrong between Jira, the platform and the app. By default nothing does. */
export class Faults {
  /** How late each delivery of an event is, in milliseconds, on top of the site's own delay: none loses it, two double it. */
  deliveries: (event: JiraEvent) => readonly number[] = () => [0];

  /**
   * An answer in place of Jira's to a request of the app: too many requests, a fault on the way, a body that is none. With
   * `timeOut` no answer comes until the time of the function is up.
   */
  answer: (request: Request, body: string) => Response | 'timeOut' | null = () => null;

  /** What becomes of the text of Jira's own answer on the way to the app. */
  distort: (request: Request, text: string) => string = (_, text) => text;

  private counted = 0;
  private armed: { at: number; fault: StatementFault } | null = null;

  /** SQL statements since this was last armed or disarmed. */
  get statements(): number {
    return this.counted;
  }

  /** Once, something goes wrong with the n-th SQL statement from now; it takes the place of what was armed before. */
  atStatement(at: number, fault: StatementFault): void {
    this.counted = 0;
    this.armed = { at, fault };
  }

  /** From now on nothing goes wrong with SQL statements. */
  disarm(): void {
    this.counted = 0;
    this.armed = null;
  }

  /** What goes wrong with the statement that comes now. For the platform, which asks this of each. */
  nextStatement(): StatementFault | null {
    this.counted += 1;
    return this.armed?.at === this.counted ? this.armed.fault : null;
  }

  /** Nothing goes wrong any more. */
  end(): void {
    this.deliveries = () => [0];
    this.answer = () => null;
    this.distort = (_, text) => text;
    this.disarm();
  }
}
