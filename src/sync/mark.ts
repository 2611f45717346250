import { randomInt } from 'node:crypto';
import { markDirty } from '../store/dirtyIssues';

/** Below this, so that a token, milliseconds times this plus a random number, is a safe integer until the year 2255. */
const RANDOM = 1000;

/** Marks issues as changed. Whoever changes an issue marks it first: then no crash can lose the change. */
export const mark = (ids: readonly number[], now: number): Promise<void> =>
  markDirty(ids.map((id) => ({ id, token: now * RANDOM + randomInt(RANDOM) })));
