import { randomInt } from 'node:crypto';

/** Below this, so that an id, milliseconds times this plus a random number, is a safe integer until the year 2255. */
const RANDOM = 1000;

let latest = 0;

/**
 * A source of ids that nothing else has. They grow with time, so that of two check-ins of one day the later one has the larger id.
 * Those of one millisecond follow each other; the random number keeps apart what other instances of the app make in it.
 */
export const idsFrom = (now: number): (() => number) => {
  const isSameMoment = Math.floor(latest / RANDOM) === now;
  let next = isSameMoment ? latest + 1 : now * RANDOM + randomInt(RANDOM);
  return () => {
    latest = Math.max(latest, next);
    return next++;
  };
};
