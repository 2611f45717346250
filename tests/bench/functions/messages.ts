import type { Destination } from '../../site/platform/forge/seam';

/** A function of the app to be run, or an export of a module of the bench to be run as if it were one. */
export type Work =
  | { kind: 'function'; key: string; payload: unknown; limitSeconds: number; moduleKey?: string }
  | { kind: 'module'; path: string; name: string; argument: unknown };

/** To the functions' process. Texts travel as they are; nothing else of a request or an answer is needed. */
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
/** `failure`: the platform itself could not answer. */
export type PlainAnswer = { status: number; headers: [string, string][]; body: string | null } | { failure: string };

/** The most that the process used since it was last asked, in bytes. */
export type Memory = { heap: number; resident: number };
