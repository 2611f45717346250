import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { TextResponse } from '../../http/textResponse';
import type { Clock } from '../../clock';
import type { Agenda } from './agenda';
import type { AppFunctions } from './appFunctions';
import type { Failures } from './failures';
import { Lately } from './lately';
import type { AppManifest } from './manifest';
import { type Retry, retryAfter, retryWanted } from './retry';
import type { StatementLog } from './statementLog';

const EVENTS_A_MINUTE = 500;
const EVENTS_A_PUSH = 50;
const RETRIED_FOR_MS = 24 * 3600 * 1000;

const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(
    z.object({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().min(0).max(900).default(0),
      concurrency: z.object({ key: z.string(), limit: z.number() }).optional(),
    }),
  ),
});

const statsRequest = z.object({ queueName: z.string(), jobId: z.string() });

type Pushed = z.infer<typeof pushRequest>['payload'][number];
type Job = { success: number; inProgress: number; failed: number };
type Delivery = { queue: string; jobId: string; event: Pushed; eventId: string; pushedAt: number };

/** Forge's async events: accepts events that the app pushes, and passes each to its queue's consumer when due. */
export class Queues {
  private readonly jobs = new Map<string, Job>();
  private readonly lately: Lately;

  constructor(
    private readonly app: AppManifest,
    private readonly functions: AppFunctions,
    private readonly agenda: Agenda,
    private readonly clock: Clock,
    private readonly failures: Failures,
    private readonly log: StatementLog,
  ) {
    this.lately = new Lately(clock);
  }

  /** Answers a request to `/webhook/queue/…`. */
  answer(path: string, body: unknown): Response {
    if (path.startsWith('/webhook/queue/publish/')) return this.publish(pushRequest.parse(body));
    if (path.startsWith('/webhook/queue/stats/')) {
      const job = this.jobs.get(statsRequest.parse(body).jobId);
      return job ? TextResponse.json(job) : TextResponse.json({ message: 'No such job.' }, { status: 404 });
    }
    return TextResponse.json({ message: `The local site does not know ${path}.` }, { status: 501 });
  }

  private publish({ queueName, jobId, payload }: z.infer<typeof pushRequest>): Response {
    const now = this.clock.now();
    if (!this.app.modules.consumer.some(({ queue }) => queue === queueName)) {
      return TextResponse.json({ message: `No consumer for the queue ${queueName}.` }, { status: 400 });
    }
    if (payload.length > EVENTS_A_PUSH) {
      return TextResponse.json({ message: 'More than 50 events in a push.' }, { status: 413 });
    }
    if (!this.lately.note(payload.length, EVENTS_A_MINUTE)) {
      return TextResponse.json({ message: 'More than 500 events in a minute.' }, { status: 429 });
    }
    this.log.pushed += payload.length;
    this.jobs.set(jobId, { success: 0, inProgress: payload.length, failed: 0 });
    for (const event of payload) {
      const delivery = { queue: queueName, jobId, event, eventId: randomUUID(), pushedAt: now };
      this.plan(delivery, event.delayInSeconds * 1000, null);
    }
    return new Response(null, { status: 201 });
  }

  private plan(delivery: Delivery, afterMs: number, retry: Retry | null): void {
    const { concurrency } = delivery.event;
    this.agenda.add({
      dueAt: this.clock.now() + afterMs,
      run: () => this.deliver(delivery, retry),
      // Counted by installation, whatever the queue.
      ...(concurrency ? { concurrency } : {}),
    });
  }

  private async deliver(delivery: Delivery, retry: Retry | null): Promise<void> {
    const { queue, jobId, event, eventId, pushedAt } = delivery;
    const consumer = this.app.modules.consumer.find((one) => one.queue === queue);
    if (!consumer) throw new Error(`No consumer for the queue ${queue}.`);
    const payload = { queueName: queue, jobId, eventId, ...event, ...(retry ? { retryContext: retry.context } : {}) };
    const before = retry?.context.retryCount ?? 0;
    const next = await this.functions
      .call(consumer.function, { payload, limitSeconds: this.functions.timeout(consumer.function) })
      .then((result) => retryWanted(result, before))
      .catch((error: unknown) => {
        this.failures.add(`queue ${queue}`, error);
        return retryAfter(error, before);
      });
    if (next && this.clock.now() + next.afterMs - pushedAt < RETRIED_FOR_MS) this.plan(delivery, next.afterMs, next);
    else this.settled(jobId, next ? 'failed' : 'success');
  }

  private settled(jobId: string, how: 'success' | 'failed'): void {
    const job = this.jobs.get(jobId);
    if (!job) return;
    job.inProgress--;
    job[how]++;
  }
}
