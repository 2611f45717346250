import { randomInt } from 'node:crypto';

/** Below this, so that an id, milliseconds times this plus a random number, is a safe integer until the year 2255. */
const RANDOM = 1000;

let latest = 0;

/**
 * A source of ids that nothing else has. They grow with time, so that of two check-ins of one day the later one has the larger id:
 * none is below another that this process made, and the random number keeps apart what others make in the same millisecond.
 */
export const idsFrom = (now: number) => (): number => {
  latest = Math.max(latest + 1, now * RANDOM + randomInt(RANDOM));
  return latest;
};
