import { randomInt } from 'node:crypto';

/**
 * Random numbers in a token are below this. A token is the time in milliseconds times this, plus a random number, and
 * stays a safe integer until the year 2255.
 */
const RANDOM = 1000;

/** A token for a mark set now. No two marks of an issue should share one. */
export const newToken = (now: number): number => now * RANDOM + randomInt(RANDOM);

/** When a token was made (epoch milliseconds). */
export const markedAt = (token: number): number => Math.floor(token / RANDOM);
