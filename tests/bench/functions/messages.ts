import type { Destination } from '../../site/platform/forge/seam';

/** A function of the app to run, or an export of one of the bench's modules to run as one. */
export type Work =
  | { kind: 'function'; key: string; payload: unknown; limitSeconds: number; moduleKey?: string }
  | { kind: 'module'; path: string; name: string; argument: unknown };

/** Messages to the functions' process. Only the texts of requests and answers are needed. */
export type ToFunctions =
  /** `now`: the site's time */
  | { type: 'run'; run: number; work: Work; accountId: string | null; now: number }
  | { type: 'answer'; request: number; answer: PlainAnswer }
  | { type: 'memory' };

export type FromFunctions =
  | { type: 'ready' }
  | { type: 'request'; request: number; run: number; destination: Destination; path: string; init: PlainInit }
  | { type: 'result'; run: number; result: unknown }
  | { type: 'failure'; run: number; name: string; message: string; stack?: string }
  | { type: 'memory'; memory: Memory };

export type PlainInit = { method?: string; headers: [string, string][]; body?: string };
/** `failure`: the platform could not answer. */
export type PlainAnswer = { status: number; headers: [string, string][]; body: string | null } | { failure: string };

/** Peak memory since the last question, in bytes. */
export type Memory = { heap: number; resident: number };
