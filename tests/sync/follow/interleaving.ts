import { setImmediate as turn } from 'node:timers/promises';
import type { SqlEngine } from '../../site/platform/sql/engine';

/** Of so many statements that could come next, which one does: 0 or more, and less than that. */
type Choose = (count: number) => number;

/** A database at which several jobs wait in turn: one statement is done at a time, and each time it is chosen whose. */
export type InterleavingEngine = SqlEngine & {
  /** Runs jobs at once until all have ended. Throws what the first of them that failed has thrown. */
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
        // What a job does between two statements, asking Jira above all, waits for none of the others.
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
