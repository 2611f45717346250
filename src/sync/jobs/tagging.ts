import { latestRun } from '../../store/runs/syncRuns';
import { sweepRules } from '../tagging/sweepRules';
import { walkJobs } from '../tagging/walkJobs';
import { wasRead } from './handlers';
import { unlessHeldBack } from './heldBack';
import { pushTagging } from './queues';

/** Time for the job (milliseconds), well below its function's time-out in the manifest. */
const TAGGING_MS = 200_000;

/**
 * Tags the issues of jobs, and lets rules take what they match. What rules find waits until people's jobs are done. Waits
 * for the first sync, which tells what issues carry.
 */
export const tagging = async (): Promise<void> => {
  if (!wasRead(await latestRun())) return;
  const later = (at: number): Promise<void> => pushTagging(Math.max(0, at - Date.now()) / 1000);
  await unlessHeldBack('tagging', later, async () => {
    const until = Date.now() + TAGGING_MS;
    const walk = (): Promise<boolean> => walkJobs(Date.now, until);
    const isDone = (await walk()) && (await sweepRules(Date.now, until)) && (await walk());
    if (!isDone) await pushTagging(0);
  });
};
