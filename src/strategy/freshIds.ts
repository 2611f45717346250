import { randomInt } from 'node:crypto';

/** Below this, so that an id, milliseconds times this plus a random number, is a safe integer until the year 2255. */
const RANDOM = 1000;

/**
 * A source of ids that nothing else has. They grow with time, so that of two check-ins of one day the later one has the larger id.
 */
export const idsFrom = (now: number): (() => number) => {
  let next = now * RANDOM + randomInt(RANDOM);
  return () => next++;
};
