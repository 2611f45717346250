import { shapesOf } from '../site/platform/forge/shapesOf';
import { type SqlEngine, SqlError } from '../site/platform/sql/engine';

/** A database that can be sent again what it was sent. */
export type RecordingEngine = SqlEngine & {
  /** Runs work and keeps, of each shape of statement that it sends, the one with the longest lists: of several, the last. */
  record(work: () => Promise<void>): Promise<void>;
  /**
   * Sends the kept statements again, in their order: those that read first, as what was written is still there.
   * @throws what the database refuses, but for rows that are there already
   */
  replay(): Promise<void>;
};

type Sent = { query: string; params: unknown[] };

const READS = /^\s*(\/\*.*?\*\/\s*)?(SELECT|WITH)\b/i;
const WRITES = /^\s*(INSERT|UPDATE|DELETE)\b/i;

export const recordingEngine = (engine: SqlEngine): RecordingEngine => {
  const kept = new Map<string, Sent>();
  let isRecording = false;
  const keep = (sent: Sent): void => {
    const shape = shapesOf(sent.query).join();
    if (lengthOf(sent) < lengthOf(kept.get(shape))) return;
    kept.delete(shape);
    kept.set(shape, sent);
  };
  return {
    ...engine,
    execute: (query, params) => {
      if (isRecording) keep({ query, params });
      return engine.execute(query, params);
    },
    record: async (work) => {
      isRecording = true;
      await work();
      isRecording = false;
    },
    replay: async () => {
      const all = [...kept.values()];
      for (const kind of [READS, WRITES]) {
        for (const { query, params } of all.filter((one) => kind.test(one.query))) {
          await engine.execute(query, params).catch(refuseUnlessThere);
        }
      }
    },
  };
};

const lengthOf = (sent?: Sent): number => (sent ? sent.params.length + sent.query.length : 0);

const refuseUnlessThere = (error: unknown): void => {
  if (!(error instanceof SqlError && error.code === 'ER_DUP_ENTRY')) throw error;
};
