/** Something the platform is to do at a time. Tasks that share a concurrency key run at most `limit` at once. */
export type Task = {
  dueAt: number;
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
      const before = this.tasks[best];
      if (task.dueAt <= now && this.free(task) && (!before || task.dueAt < before.dueAt)) best = at;
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
