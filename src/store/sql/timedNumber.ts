import { randomInt } from 'node:crypto';

const RANDOM = 1000;

/**
 * A number for a moment (epoch milliseconds): the time times 1,000, plus a random number that separates those of other
 * processes in the same millisecond. It is a safe integer until the year 2255.
 */
export const timedNumber = (now: number): number => now * RANDOM + randomInt(RANDOM);

/** The moment of such a number (epoch milliseconds). */
export const timeOf = (timed: number): number => Math.floor(timed / RANDOM);
