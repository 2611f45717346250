import { randomInt } from 'node:crypto';

/** Below this, so that a token, milliseconds times this plus a random number, is a safe integer until the year 2255. */
const RANDOM = 1000;

/** The token of a mark that is made now: no two marks of an issue have the same. */
export const newToken = (now: number): number => now * RANDOM + randomInt(RANDOM);

/** The instant at which a token was made (epoch milliseconds). */
export const markedAt = (token: number): number => Math.floor(token / RANDOM);
