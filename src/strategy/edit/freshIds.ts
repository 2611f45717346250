import { randomInt } from 'node:crypto';

/**
 * Random numbers in an id are below this. An id is the time in milliseconds times this, plus a random number, and stays
 * a safe integer until the year 2255.
 */
const RANDOM = 1000;

let latest = 0;

/**
 * A source of unique ids that grow with time, so that of two check-ins of one day the later has the larger id. Within a
 * process each id is above the last; the random number separates ids that other processes make in the same millisecond.
 */
export const idsFrom = (now: number) => (): number => {
  latest = Math.max(latest + 1, now * RANDOM + randomInt(RANDOM));
  return latest;
};
