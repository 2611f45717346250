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
  const until = Date.now() + TAGGING_MS;
  const leftOut = new Set<number>();
  let isLeft = false;
  const doing = (part: () => Promise<boolean>) => async (): Promise<void> => {
    if (!isLeft && !(await part())) isLeft = true;
  };
  const walk = doing(() => walkJobs(Date.now, until, leftOut));
  await unlessHeldBack(
    'tagging',
    later,
    walk,
    doing(() => sweepRules(Date.now, until)),
    walk,
  );
  if (isLeft) await pushTagging(0);
};
