import { GATHERED_HOURS, TAGGING_JOB_DAYS } from '../../domain/retention';
import { DAY_MS, HOUR_MS } from '../../domain/time/milliseconds';
import { timedNumber } from '../../store/sql/timedNumber';
import { deleteEntries } from '../../store/tagging/entries';
import { deleteJob, jobsBefore } from '../../store/tagging/jobs';

/** Jobs that one statement finds. */
const JOBS_A_STATEMENT = 100;

/**
 * Deletes jobs that can no longer be undone, and those that nobody started. Their entries go first, so after a crash it
 * goes on.
 * @param until no further job is deleted after this instant (epoch milliseconds)
 */
export const forgetJobs = async (clock: () => number, until: number): Promise<void> => {
  const old = [
    ...(await jobsBefore(timedNumber(clock() - GATHERED_HOURS * HOUR_MS), 'gathering', JOBS_A_STATEMENT)),
    ...(await jobsBefore(timedNumber(clock() - TAGGING_JOB_DAYS * DAY_MS), 'finished', JOBS_A_STATEMENT)),
  ];
  for (const id of old) {
    if (clock() > until) return;
    await deleteEntries(id);
    await deleteJob(id);
  }
};
