import { type SqlEngine, SqlError } from '../site/sql/engine';

/** A database that stops once, at the n-th statement from now: before it was done, or after it was done but not answered. */
export type CrashingEngine = SqlEngine & {
  /** Statements since `arm` was last called. */
  readonly count: number;
  arm(at: number, when: 'before' | 'after'): void;
};

export const crashingEngine = (engine: SqlEngine): CrashingEngine => {
  let count = 0;
  let point: { at: number; when: 'before' | 'after' } | null = null;
  const crash = () => new SqlError('The function was ended here.', 'ER_QUERY_INTERRUPTED', 1317, '70100');
  return {
    name: engine.name,
    get count() {
      return count;
    },
    arm: (at, when) => {
      count = 0;
      point = { at, when };
    },
    execute: async (query, params) => {
      count += 1;
      const { at, when } = point ?? {};
      if (count === at && when === 'before') throw crash();
      const answer = await engine.execute(query, params);
      if (count === at && when === 'after') throw crash();
      return answer;
    },
    close: () => engine.close(),
  };
};
