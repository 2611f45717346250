import { setLease, takeMadeLease } from '../../store/runs/leases';
import { pushFirstSync } from '../jobs/queues';

export const FIRST_SYNC_LEASE = 'first-sync';
/** If what was asked for has not begun, or ended, so long after it was due, it may be asked for again. */
const LATE_MS = 60_000;

/** Asks for the first sync to go on, unless it does or was asked for. A push that fails is left to the next five minutes. */
export const requestFirstSync = async (now: number, delaySeconds = 0): Promise<void> => {
  if (!(await takeMadeLease(FIRST_SYNC_LEASE, now + delaySeconds * 1000 + LATE_MS, now))) return;
  try {
    await pushFirstSync(delaySeconds);
  } catch (error) {
    console.warn(JSON.stringify({ event: 'syncNotPushed', reason: error instanceof Error ? error.name : 'unknown' }));
  }
};

/** Said when it goes on, for as long as it may take: nobody need ask for it meanwhile. */
export const firstSyncGoesOn = (now: number, forMs: number): Promise<void> =>
  setLease(FIRST_SYNC_LEASE, now + forMs + LATE_MS);

/** Said when it stops: the next who asks is heard. */
export const firstSyncStops = (): Promise<void> => setLease(FIRST_SYNC_LEASE, 0);
