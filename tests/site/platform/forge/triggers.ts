import type { Clock } from '../../clock';
import type { JiraEvent } from '../../jira/jiraSite';
import type { Agenda } from './agenda';
import type { AppFunctions } from './appFunctions';
import type { Failures } from './failures';
import type { AppManifest } from './manifest';
import { CLOUD_ID } from './runtime';
import { type Retry, retryAfter, retryWanted } from './retry';

const LIMIT_SECONDS = 25;
const RETRIES = 4;

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

/** Delivers Jira's and the platform's events to the functions that the manifest names, and runs its schedules. */
export class Triggers {
  constructor(
    private readonly app: AppManifest,
    private readonly functions: AppFunctions,
    private readonly agenda: Agenda,
    private readonly clock: Clock,
    private readonly failures: Failures,
  ) {}

  /** Delivers an event to every trigger that wants it, after a delay in milliseconds. */
  raise(event: JiraEvent | { eventType: string; selfGenerated?: boolean }, afterMs: number): void {
    for (const trigger of this.app.modules.trigger) {
      if (!trigger.events.includes(event.eventType)) continue;
      if (trigger.filter?.ignoreSelf && event.selfGenerated) continue;
      this.plan(trigger.function, event, afterMs, null);
    }
  }

  /** Runs the schedules of an interval now. They must answer with status code 200, as Forge requires. */
  async schedule(interval: Interval): Promise<void> {
    for (const { key, function: name, interval: every } of this.app.modules.scheduledTrigger) {
      if (every !== interval) continue;
      try {
        const payload = { context: { cloudId: CLOUD_ID, moduleKey: key } };
        const answer = await this.functions.call(name, { payload, limitSeconds: this.functions.timeout(name) });
        if (!isOk(answer)) throw new Error('It did not return { statusCode: 200 }, which the platform takes as a 424.');
      } catch (error) {
        this.failures.add(`schedule ${key}`, error);
      }
    }
  }

  private plan(name: string, happened: object, afterMs: number, retry: Retry | null): void {
    // A copy: the event must not change until it is delivered.
    const event = JSON.parse(JSON.stringify(happened)) as object;
    this.agenda.add({ dueAt: this.clock.now() + afterMs, run: () => this.deliver(name, event, retry) });
  }

  private async deliver(name: string, event: object, retry: Retry | null): Promise<void> {
    const payload = retry ? { ...event, retryContext: retry.context } : event;
    const before = retry?.context.retryCount ?? 0;
    const next = await this.functions
      .call(name, { payload, limitSeconds: LIMIT_SECONDS })
      .then((result) => retryWanted(result, before))
      .catch((error: unknown) => {
        this.failures.add(`trigger ${name}`, error);
        return retryAfter(error, before);
      });
    if (next && before < RETRIES) this.plan(name, event, next.afterMs, next);
  }
}

const isOk = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'statusCode' in answer && answer.statusCode === 200;
