import { getAppContext } from '@forge/api';
import { setLease, takeExistingLease } from '../../store/runs/leases';
import { DRAIN_DELAY_SECONDS, LONGEST_DELAY_SECONDS, pushDrain } from '../jobs/queues';

export const DRAIN_LEASE = 'drain';
/** How late a drain may begin (milliseconds) before another may be asked for. */
const LATE_MS = 60_000;

/**
 * By site: until when (epoch milliseconds) a drain that this process asked for cannot have begun. Marks set before then
 * need no further request, so the database is not asked.
 */
const notBegunUntil = new Map<string, number>();

/**
 * Asks for a drain, unless one is on its way already. So a bulk edit of thousands costs a few pushes, and most events
 * cost one statement: their mark. If the push fails, the five-minute schedule asks again.
 */
export const requestDrain = async (now: number, delaySeconds = DRAIN_DELAY_SECONDS): Promise<void> => {
  const site = getAppContext().installationAri.toString();
  // `now` may be older than the marks.
  if ((notBegunUntil.get(site) ?? 0) > Date.now()) return;
  const delay = Math.min(delaySeconds, LONGEST_DELAY_SECONDS);
  if (!(await takeExistingLease(DRAIN_LEASE, now + delay * 1000 + LATE_MS, now))) return;
  try {
    await pushDrain(delay);
    notBegunUntil.set(site, now + Math.min(delay, DRAIN_DELAY_SECONDS) * 1000);
  } catch (error) {
    console.warn(JSON.stringify({ event: 'drainNotPushed', reason: error instanceof Error ? error.name : 'unknown' }));
  }
};

/**
 * Releases the lease as a drain begins, before it reads the marks: whoever marks from now on asks for another drain.
 */
export const drainBegins = async (): Promise<void> => {
  notBegunUntil.delete(getAppContext().installationAri.toString());
  await setLease(DRAIN_LEASE, 0);
};
