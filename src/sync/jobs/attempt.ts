import { getAppContext } from '@forge/api';
import type { Job } from '../../domain/failure';
import { setLease, takeLease } from '../../store/runs/leases';
import { evidence } from './evidence';
import { noteFailure } from './noteFailure';

/** How long a job that failed or was ended is not tried again. */
const PAUSE_MS = 240_000;

/**
 * Runs a queue's job, unless it failed or was ended less than four minutes ago. So a job that fails or runs out of time
 * or memory is tried at most 15 times an hour. The lease is taken first, because a function that is ended cannot note
 * anything; success releases it.
 */
export const attempt = async (job: Job, work: () => Promise<void>): Promise<void> => {
  const lease = `attempt ${job}`;
  const now = Date.now();
  if (!(await takeLease(lease, now + PAUSE_MS, now))) return;
  await work();
  await setLease(lease, 0);
};

/**
 * Notes a failure rather than throw it. Forge would run a failed event again for 24 hours, up to 15 minutes apart
 * (async-events-api, "Retries"), in addition to those that the app pushes every five minutes.
 */
export const caught = async (job: Job, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const { invocationId } = getAppContext();
    console.error(JSON.stringify({ event: 'jobFailed', job, reference: invocationId, ...evidence(error) }));
    await noteFailure(job, error, invocationId, Date.now());
  }
};
