import { timedNumber } from '../../store/sql/timedNumber';

let latest = 0;

/**
 * A source of unique ids that grow with time, so that of two check-ins of one day the later has the larger id. Within a
 * process each id is above the last.
 */
export const idsFrom = (now: number) => (): number => {
  latest = Math.max(latest + 1, timedNumber(now));
  return latest;
};
