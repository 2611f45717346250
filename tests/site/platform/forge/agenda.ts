/**
 * Something the platform is to do at a time. Tasks that share a concurrency key run at most `limit` at once. One that is due and may
 * not run is not the next in a line: it is tried again later, each time twice as much later, up to fifteen minutes (as Atlassian's
 * staff say of async events, community thread 93837).
 */
export type Task = {
  dueAt: number;
  /** How often it was due and might not run. */
  heldUp?: number;
  concurrency?: { key: string; limit: number };
  run(): Promise<void>;
};

/** What the platform has still to do: events to deliver, jobs to run, retries. */
export class Agenda {
  private readonly tasks: Task[] = [];
  private readonly running = new Map<string, number>();

  add(task: Task): void {
    this.tasks.push(task);
  }

  /** The earliest due task that may run now; first added, first served. It leaves the agenda: hand it to `perform`. */
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
