import type { Tag } from '../../contract';
import { AppError } from '../../domain/appError';
import { HOUR_MS } from '../../domain/time/milliseconds';
import { RUN } from '../../domain/work/workItem';
import { timeOf } from '../../store/sql/timedNumber';
import { RUN_ID } from '../../store/sql/storedNumbers';
import { startJob } from '../../store/tagging/jobs';
import { objectiveIds } from '../../store/strategy/objectives';
import { requestTagging } from '../../sync/tagging/requestTagging';
import { valueFor } from '../writeTag';
import { NO_JOB, theirJob, type Linker } from './theirJob';

/** How long what Jira said of the person's permissions is good for. */
const CHECKED_MS = HOUR_MS;

export type Start = { job: string; to: Tag; overwrites: boolean };

/**
 * Starts a job that was gathered: the app tags its issues in the background.
 * @param overwrites whether issues that carry another tag get this one, too
 * @throws AppError if the job was started already, or gathered more than an hour ago
 */
export const startBulk = async ({ job, to, overwrites }: Start, by: Linker, now: number): Promise<void> => {
  const { id } = await theirJob(job, by);
  if (now - timeOf(id) > CHECKED_MS) {
    throw new AppError('conflict', 'This was checked more than an hour ago. Check again, then start.');
  }
  const key = (await valueFor(to))?.key ?? RUN;
  const target = key === RUN ? RUN_ID : (await objectiveIds([key])).ids.get(key);
  if (target === undefined) throw new RangeError(`no row of ${key}`);
  if (!(await startJob(id, target, overwrites))) throw new AppError('conflict', NO_JOB);
  await requestTagging();
};
