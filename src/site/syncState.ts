import type { SyncProgress, SyncState } from '../contract';
import type { Coverage } from '../domain/work/coverage';
import { followedProjects, issuesRead, latestRun, type SyncRun } from '../store/runs/syncRuns';
import { HOUR_MS } from '../domain/time/milliseconds';

/**
 * How far the whole site has been read. One statement, two while a run is under way.
 * @param now epoch milliseconds
 */
export const syncState = (now = Date.now()): Promise<SyncState> => stateOf(siteProgress, now);

/**
 * How far the projects that a viewer's numbers cover have been read. Others do not show, not even by how long they take. One statement,
 * two while a run is under way.
 * @param now epoch milliseconds
 */
export const coveredSyncState = async ({ covers, covered }: Coverage, now: number): Promise<SyncState> => {
  if (covers === 'all') return syncState(now);
  const state = await stateOf((run) => coveredProgress(run, covered, now), now);
  // It ended when the last project was read, whether the viewer may browse that one or not.
  return state.state === 'complete' ? { ...state, finishedAt: null } : state;
};

/** @param progressOf the progress of a run that is not finished; `null`: nothing is left to read */
const stateOf = async (
  progressOf: (run: SyncRun, now: number) => Promise<SyncProgress | null>,
  now: number,
): Promise<SyncState> => {
  const run = await latestRun();
  if (run === null) return { state: 'never' };
  const progress = run.finished === null ? await progressOf(run, now) : null;
  if (progress === null) return { state: 'complete', finishedAt: timeOf(run.everFinished) };
  if (run.everFinished === null) return { state: 'running', ...progress };
  return { state: 'complete', finishedAt: timeOf(run.everFinished), again: progress };
};

const timeOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const siteProgress = async (run: SyncRun, now: number): Promise<SyncProgress> => {
  const done = await issuesRead(run.id);
  const total = Math.max(run.total, done);
  return {
    of: 'issues',
    done,
    total,
    startedAt: new Date(run.id).toISOString(),
    waitingUntil: waitingUntil(run, now),
    estimatedEnd: estimatedEnd(run, { done, left: total - done }, now),
  };
};

/** In projects: how many issues each has is known of the whole site only. */
const coveredProgress = async (
  run: SyncRun,
  covered: ReadonlySet<number>,
  now: number,
): Promise<SyncProgress | null> => {
  const followed = (await followedProjects()).filter(({ project }) => covered.has(project));
  const done = followed.filter(({ wasRead }) => wasRead).length;
  if (done === followed.length) return null;
  return {
    of: 'projects',
    done,
    total: followed.length,
    startedAt: new Date(run.id).toISOString(),
    waitingUntil: waitingUntil(run, now),
    estimatedEnd: null,
  };
};

const waitingUntil = (run: SyncRun, now: number): string | null =>
  run.waitingUntil !== null && run.waitingUntil > now ? timeOf(run.waitingUntil) : null;

/** When the run will end: at its pace so far, waits included, but no faster than Jira's limits allow. */
const estimatedEnd = (run: SyncRun, { done, left }: { done: number; left: number }, now: number): string | null => {
  if (done === 0 || now <= run.id) return null;
  const pace = Math.min(done / (now - run.id), run.hourly === null ? Infinity : run.hourly / HOUR_MS);
  const from = Math.max(now, run.waitingUntil ?? now);
  return new Date(from + Math.round(left / pace)).toISOString();
};
