import { randomInt } from 'node:crypto';
import { AppError } from '../../domain/appError';
import { releaseLease, takeLease } from '../../store/runs/leases';

/**
 * How long a change that was ended locks out others. Longer than it could still write: Forge ends a page's call after 25
 * seconds, and a write after 10.
 */
const LEASE_MS = 40_000;

/** How often a change tries to begin. The pauses grow by this on average, so that it gives up after about four seconds. */
const ATTEMPTS = 12;
const PAUSE_MS = 60;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The lease of changes of objectives. What they must be together is checked on all of them. */
export const STRATEGY = 'strategy';

/**
 * Reads, checks and writes under a lease, so that nothing changes between check and write: of two moves at once that
 * would make a loop, or two new keys that differ only in case, the second is checked against the first.
 * @param what name of the lease
 * @param attempts how often it tries to begin, with pauses between
 * @throws AppError `conflict` if others take too long
 */
export const oneAtATime = async <T>(what: string, work: () => Promise<T>, attempts = ATTEMPTS): Promise<T> => {
  const until = await takeTurn(what, attempts);
  try {
    return await work();
  } finally {
    await releaseLease(what, until);
  }
};

/** Returns when the lease expires, epoch milliseconds. */
const takeTurn = async (what: string, attempts: number): Promise<number> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const now = Date.now();
    if (await takeLease(what, now + LEASE_MS, now)) return now + LEASE_MS;
    // At random, so that those who wait do not all come at once again.
    if (attempt < attempts) await wait(randomInt(2 * attempt * PAUSE_MS));
  }
  throw new AppError('conflict', 'Somebody else is changing this right now. Try again in a moment.');
};
