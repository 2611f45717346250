import { GATHERED_HOURS, TAGGING_JOB_DAYS } from '../../domain/retention';
import { DAY_MS, HOUR_MS } from '../../domain/time/milliseconds';
import { timedNumber } from '../../store/sql/timedNumber';
import { deleteEntries } from '../../store/tagging/entries';
import { deleteJob, jobsBefore } from '../../store/tagging/jobs';

/** Jobs that one statement finds. */
const JOBS_A_STATEMENT = 100;

/** How long jobs are kept (milliseconds), by state. */
const KEPT = [
  ['gathering', GATHERED_HOURS * HOUR_MS],
  ['finished', TAGGING_JOB_DAYS * DAY_MS],
] as const;

/**
 * Deletes jobs that can no longer be undone, and those that nobody started. Their entries go first, so after a crash it
 * goes on.
 * @param until no further job is deleted after this instant (epoch milliseconds)
 */
export const forgetJobs = async (clock: () => number, until: number): Promise<void> => {
  for (const [state, keptMs] of KEPT) {
    for (let old = null as number[] | null; old === null || old.length === JOBS_A_STATEMENT;) {
      if (clock() > until) return;
      old = await jobsBefore(timedNumber(clock() - keptMs), state, JOBS_A_STATEMENT);
      for (const id of old) {
        if (clock() > until) return;
        await deleteEntries(id);
        await deleteJob(id);
      }
    }
  }
};
