import { getAppContext } from '@forge/api';
import { setLease, takeMadeLease } from '../../store/runs/leases';
import { DRAIN_DELAY_SECONDS, LONGEST_DELAY_SECONDS, pushDrain } from '../jobs/queues';

export const DRAIN_LEASE = 'drain';
/** If the drain that was asked for has not begun so long after it was due, another may be asked for. */
const LATE_MS = 60_000;

/**
 * Until when (epoch milliseconds) a drain that this process asked for, for each site, cannot have begun: whoever has marked an
 * issue by then need not ask the database whether one is on its way.
 */
const notBegunUntil = new Map<string, number>();

/**
 * Asks for a drain soon, unless one was asked for that has not begun: so a bulk edit of thousands costs a few pushes, and most of
 * its events no statement but their mark. A push that fails is left to the safety drain of every five minutes.
 */
export const requestDrain = async (now: number, delaySeconds = DRAIN_DELAY_SECONDS): Promise<void> => {
  const site = getAppContext().installationAri.toString();
  // Not `now`, which may be older than the marks.
  if ((notBegunUntil.get(site) ?? 0) > Date.now()) return;
  const delay = Math.min(delaySeconds, LONGEST_DELAY_SECONDS);
  if (!(await takeMadeLease(DRAIN_LEASE, now + delay * 1000 + LATE_MS, now))) return;
  try {
    await pushDrain(delay);
    notBegunUntil.set(site, now + Math.min(delay, DRAIN_DELAY_SECONDS) * 1000);
  } catch (error) {
    console.warn(JSON.stringify({ event: 'drainNotPushed', reason: error instanceof Error ? error.name : 'unknown' }));
  }
};

/** Said before a drain reads the marks: what is marked from now on asks for another. */
export const drainBegins = async (): Promise<void> => {
  notBegunUntil.delete(getAppContext().installationAri.toString());
  await setLease(DRAIN_LEASE, 0);
};
