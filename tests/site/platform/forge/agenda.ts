/**
 * A task of the platform, due at a time. At most `limit` tasks of a concurrency key run at once. A due task that may
 * not run is not next in line: it is tried again later, with waits that double up to 15 minutes (as Atlassian's staff
 * say of async events, community thread 93837).
 */
export type Task = {
  dueAt: number;
  /** How often it was due but might not run. */
  heldUp?: number;
  concurrency?: { key: string; limit: number };
  run(): Promise<void>;
};

/** The platform's tasks: events to deliver, jobs to run, retries. */
export class Agenda {
  private readonly tasks: Task[] = [];
  private readonly running = new Map<string, number>();

  add(task: Task): void {
    this.tasks.push(task);
  }

  /** Takes the earliest due task that may run now off the agenda; of equals the first added. Hand it to `perform`. */
  take(now: number): Task | null {
    let best = -1;
    this.tasks.forEach((task, at) => {
      if (task.dueAt > now) return;
      if (!this.free(task)) return holdUp(task, now);
      const before = this.tasks[best];
      if (!before || task.dueAt < before.dueAt) best = at;
    });
    return best < 0 ? null : (this.tasks.splice(best, 1)[0] ?? null);
  }

  async perform(task: Task): Promise<void> {
    const key = task.concurrency?.key;
    if (key !== undefined) this.running.set(key, (this.running.get(key) ?? 0) + 1);
    try {
      await task.run();
    } finally {
      if (key !== undefined) this.running.set(key, (this.running.get(key) ?? 1) - 1);
    }
  }

  private free({ concurrency }: Task): boolean {
    return !concurrency || (this.running.get(concurrency.key) ?? 0) < concurrency.limit;
  }
}

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 900_000;

function holdUp(task: Task, now: number): void {
  const times = task.heldUp ?? 0;
  task.dueAt = now + Math.min(FIRST_WAIT_MS * 2 ** times, LONGEST_WAIT_MS);
  task.heldUp = times + 1;
}
