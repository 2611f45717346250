import { getAppContext } from '@forge/api';
import { setLease, takeLease } from '../../store/runs/leases';
import { noteFailure } from './noteFailure';

/** A job that failed, or was ended, is not tried again for so long. */
const PAUSE_MS = 240_000;

/**
 * Does the work of a queue's job, unless it failed or was ended less than four minutes ago: at most 15 attempts an hour that fail, run
 * out of time or out of memory, however often it is asked for. The lease is held from the beginning, because who is ended can note
 * nothing any more; who comes through gives it back.
 */
export const attempt = async (job: string, work: () => Promise<void>): Promise<void> => {
  const lease = `attempt ${job}`;
  const now = Date.now();
  if (!(await takeLease(lease, now + PAUSE_MS, now))) return;
  await work();
  await setLease(lease, 0);
};

/**
 * Notes what fails, and does not hand it on to Forge, which would run the event of a queue again for 24 hours, up to 15 minutes apart
 * (async-events-api, "Retries"), beside those that the app itself pushes every five minutes: they would multiply.
 */
export const caught = async (job: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const { invocationId } = getAppContext();
    const reason = error instanceof Error ? error.name : 'unknown';
    console.error(JSON.stringify({ event: 'jobFailed', job, reference: invocationId, reason }));
    await noteFailure(job, error, invocationId, Date.now());
  }
};
