import { setImmediate as turn } from 'node:timers/promises';
import type { SqlEngine } from '../../site/platform/sql/engine';

/** Chooses the next statement of so many: an index from 0. */
type Choose = (count: number) => number;

/** A database that runs one statement at a time of several waiting jobs, and lets the test choose whose. */
export type InterleavingEngine = SqlEngine & {
  /** Runs jobs at once until all have ended. Throws the error of the first that failed. */
  interleave(jobs: readonly (() => Promise<unknown>)[], choose: Choose): Promise<void>;
};

export const interleavingEngine = (engine: SqlEngine): InterleavingEngine => {
  let waiting: (() => Promise<void>)[] = [];
  let isInterleaving = false;

  return {
    name: engine.name,
    execute: (query, params) => {
      if (!isInterleaving) return engine.execute(query, params);
      return new Promise((resolve, reject) => {
        waiting.push(() => engine.execute(query, params).then(resolve, reject));
      });
    },
    interleave: async (jobs, choose) => {
      isInterleaving = true;
      const failures: unknown[] = [];
      let running = jobs.length;
      for (const job of jobs) {
        void job()
          .catch((error: unknown) => failures.push(error))
          .finally(() => (running -= 1));
      }
      while (running > 0) {
        // Between two statements a job waits for no other, not even to ask Jira.
        if (waiting.length < running) {
          await turn();
          continue;
        }
        const [next] = waiting.splice(choose(waiting.length), 1);
        await next?.();
      }
      isInterleaving = false;
      waiting = [];
      if (failures.length > 0) throw failures[0];
    },
    close: () => engine.close(),
  };
};
