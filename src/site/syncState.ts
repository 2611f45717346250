import type { SyncProgress, SyncState } from '../contract';
import type { Coverage } from '../domain/work/coverage';
import { windowsRead } from '../domain/work/firstReading';
import { type FollowedProject, followedProjects, latestRun, type SyncRun } from '../store/runs/syncRuns';
import { HOUR_MS } from '../domain/time/milliseconds';

/**
 * How far the whole site has been read. One statement, two while a run is under way or where a project could not be read.
 * @param now epoch milliseconds
 */
export const syncState = (now = Date.now()): Promise<SyncState> => stateOf(null, () => true, now);

/**
 * How far the projects that a viewer's numbers cover have been read. Others do not show, not even by how long they take. One statement,
 * two while a run is under way or where a project could not be read.
 * @param now epoch milliseconds
 * @param project the only one of whose windows it tells, and whether it could be read; default: all that the numbers cover
 */
export const coveredSyncState = async (
  { covers, covered }: Coverage,
  now: number,
  project: number | null = null,
): Promise<SyncState> => {
  const isTold = (one: number): boolean => (project === null ? covered.has(one) : one === project);
  const state = await stateOf(covers === 'all' ? null : covered, isTold, now);
  // It ended when the last project was read, whether the viewer may browse that one or not.
  return state.state === 'complete' && covers !== 'all' ? { ...state, finishedAt: null } : state;
};

/**
 * @param covered the projects that the viewer may know of; `null`: all
 * @param isTold whose windows it tells of, among those
 */
const stateOf = async (
  covered: ReadonlySet<number> | null,
  isTold: (project: number) => boolean,
  now: number,
): Promise<SyncState> => {
  const run = await latestRun();
  if (run === null) return { state: 'never' };
  const isRead = run.finished !== null && run.unread === 0;
  const followed = isRead
    ? []
    : (await followedProjects()).filter(({ project }) => covered === null || covered.has(project));
  const unread = followed.filter((one) => isTold(one.project) && isUnsearchable(one)).length;
  const finishedAt = timeOf(run.everFinished);
  const complete = { state: 'complete' as const, finishedAt, ...(unread > 0 && { unread }) };
  if (run.finished !== null) return complete;
  const progress = covered === null ? siteProgress(run, followed, now) : coveredProgress(run, followed, now);
  if (progress === null) return complete;
  if (run.everFinished !== null) return { ...complete, again: progress };
  const windows = windowsRead(followed.filter(({ project }) => isTold(project)));
  return { state: 'running', windows, ...progress };
};

/** Whether a project was set aside before it was read, because Jira fails to search it. */
const isUnsearchable = ({ wasRead, isSetAside }: FollowedProject): boolean => !wasRead && isSetAside;

const timeOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const siteProgress = (run: SyncRun, followed: readonly FollowedProject[], now: number): SyncProgress => {
  const done = followed.reduce((sum, project) => sum + (project.run === run.id ? project.done : 0), 0);
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

/** In projects: how many issues each has is known of the whole site only. `null`: nothing of them is left to read */
const coveredProgress = (run: SyncRun, followed: readonly FollowedProject[], now: number): SyncProgress | null => {
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
