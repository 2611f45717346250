import { randomInt } from 'node:crypto';
import { batches } from '../store/batches';
import { markChildren, markDirty } from '../store/dirtyIssues';

const MARKS_A_STATEMENT = 1000;

/** Below this, so that a token, milliseconds times this plus a random number, is a safe integer until the year 2255. */
const RANDOM = 1000;

const newToken = (now: number): number => now * RANDOM + randomInt(RANDOM);

/** The instant at which a token was made (epoch milliseconds). */
export const markedAt = (token: number): number => Math.floor(token / RANDOM);

/**
 * Marks issues as changed, however many. Whoever changes an issue marks it first: then no crash can lose the change. A statement
 * for each thousand.
 */
export const mark = async (ids: readonly number[], now: number): Promise<void> => {
  for (const some of batches(ids, MARKS_A_STATEMENT)) {
    await markDirty(some.map((id) => ({ id, token: newToken(now) })));
  }
};

/** Marks the children of issues that are gone. Says whether there are any. */
export const markChildrenOf = (gone: readonly number[], now: number): Promise<boolean> =>
  markChildren(gone, newToken(now));
