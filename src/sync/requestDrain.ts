import { releaseLease, takeLease } from '../store/leases';
import { DRAIN_DELAY_SECONDS, pushDrain } from './queues';

const LEASE = 'drain';
/** If the drain that was asked for has not begun by then, another may be asked for. */
const LEASE_MS = DRAIN_DELAY_SECONDS * 1000 + 60_000;

/**
 * Asks for a drain soon, unless one was asked for that has not begun: so a bulk edit of thousands costs a few pushes.
 * A push that fails is left to the safety drain of every five minutes.
 */
export const requestDrain = async (now: number): Promise<void> => {
  if (!(await takeLease(LEASE, now + LEASE_MS, now))) return;
  try {
    await pushDrain();
  } catch (error) {
    console.warn(JSON.stringify({ event: 'drainNotPushed', reason: error instanceof Error ? error.name : 'unknown' }));
  }
};

/** Said before a drain reads the marks: what is marked from now on asks for another. */
export const drainBegins = (): Promise<void> => releaseLease(LEASE);
