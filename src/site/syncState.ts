import type { SyncProgress, SyncState } from '../contract';
import { issuesRead, latestRun, type SyncRun } from '../store/runs/syncRuns';
import { HOUR_MS } from '../domain/time/milliseconds';

/**
 * How far the site has been read. One statement, two while a run is under way.
 * @param now epoch milliseconds
 */
export const syncState = async (now = Date.now()): Promise<SyncState> => {
  const run = await latestRun();
  if (run === null) return { state: 'never' };
  const progress = run.finished === null ? await progressOf(run, now) : null;
  if (run.everFinished === null) return progress === null ? { state: 'never' } : { state: 'running', ...progress };
  const complete = { state: 'complete', finishedAt: new Date(run.everFinished).toISOString() } as const;
  return progress === null ? complete : { ...complete, again: progress };
};

const progressOf = async (run: SyncRun, now: number): Promise<SyncProgress> => {
  const done = await issuesRead(run.id);
  const total = Math.max(run.total, done);
  const waits = run.waitingUntil !== null && run.waitingUntil > now;
  return {
    done,
    total,
    startedAt: new Date(run.id).toISOString(),
    waitingUntil: waits ? new Date(run.waitingUntil ?? now).toISOString() : null,
    estimatedEnd: estimatedEnd(run, { done, left: total - done }, now),
  };
};

/** When the run will end: at its pace so far, waits included, but no faster than Jira's limits allow. */
const estimatedEnd = (run: SyncRun, { done, left }: { done: number; left: number }, now: number): string | null => {
  if (done === 0 || now <= run.id) return null;
  const pace = Math.min(done / (now - run.id), run.hourly === null ? Infinity : run.hourly / HOUR_MS);
  const from = Math.max(now, run.waitingUntil ?? now);
  return new Date(from + Math.round(left / pace)).toISOString();
};
