import { setLease, takeExistingLease } from '../../store/runs/leases';
import { pushFirstSync } from '../jobs/queues';

export const FIRST_SYNC_LEASE = 'first-sync';
/** How late the job may begin or end (milliseconds) before it may be asked for again. */
const LATE_MS = 60_000;

/**
 * Asks for the first sync to go on, unless it is running or was asked for already. If the push fails, the five-minute
 * schedule asks again.
 */
export const requestFirstSync = async (now: number, delaySeconds = 0): Promise<void> => {
  if (!(await takeExistingLease(FIRST_SYNC_LEASE, now + delaySeconds * 1000 + LATE_MS, now))) return;
  try {
    await pushFirstSync(delaySeconds);
  } catch (error) {
    console.warn(JSON.stringify({ event: 'syncNotPushed', reason: error instanceof Error ? error.name : 'unknown' }));
  }
};

/** Extends the lease while the job runs: nobody need ask for it. */
export const firstSyncGoesOn = (now: number, forMs: number): Promise<void> =>
  setLease(FIRST_SYNC_LEASE, now + forMs + LATE_MS);

/** Releases the lease when the job stops, so that it can be asked for again. */
export const firstSyncStops = (): Promise<void> => setLease(FIRST_SYNC_LEASE, 0);
