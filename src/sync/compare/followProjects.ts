import { countIssues } from '../../jira/issues';
import { unlessOfOne } from '../../jira/jiraError';
import { batches } from '../../domain/batches';
import { beginStep } from '../../domain/work/firstReading';
import { someOfProject } from '../../store/work/findWorkItems';
import { makeLeases } from '../../store/runs/leases';
import { readSetting, replaceSetting, writeSetting } from '../../store/runs/settingStore';
import {
  beginRun,
  followedProjects,
  type FollowedProject,
  forgetRead,
  latestRun,
  unfollow,
} from '../../store/runs/syncRuns';
import { removeIssues } from '../follow/drain';
import { asApp } from '../../site/rateBudget';
import { requestDrain } from '../follow/requestDrain';
import { FIRST_SYNC_LEASE, requestFirstSync } from '../firstSync/requestFirstSync';
import { discoverProjects, siteReading } from '../../site/siteReading';

/** Setting: when the last event about a project came (epoch milliseconds); `null`: it was followed. */
const HEARD = 'projectEvents';

/** Work items removed at a time, and projects that one JQL names. */
const ITEMS_A_STATEMENT = 500;
const PROJECTS_A_QUERY = 200;

/**
 * Notes that an event told of a project. Which one does not matter: the next look covers all. One statement, however
 * many are archived.
 */
export const noteProjectEvent = (now: number): Promise<void> => writeSetting(HEARD, now);

/** Follows the projects if an event told of any since the last time. */
export const followIfToldTo = async (clock: () => number, until: number): Promise<void> => {
  const heard = (await readSetting(HEARD)) ?? null;
  if (heard === null) return;
  // The note stays if another event came meanwhile, or something is left to do.
  if (await followProjects(clock, until)) await replaceSetting(HEARD, heard, null);
};

/**
 * Brings the projection in step with the list of projects. New and restored ones are read; the work of those archived,
 * trashed, deleted or hidden from the app is removed. Jira sends no event for their issues, and an import may send none
 * at all.
 *
 * What to read and remove follows from what is stored, not from what changed since last time, so it may be cut short or
 * crash anywhere.
 * @returns whether everything is done or asked for. If not, the next call goes on.
 */
export const followProjects = async (clock: () => number, until: number): Promise<boolean> => {
  const { inScope } = await discoverProjects();
  const run = await latestRun();
  if (run === null) return true;
  const { live } = await siteReading();
  const followed = await followedProjects();
  const done = await removeAll(
    followed.filter(({ project }) => !live.has(project)),
    clock,
    until,
  );
  const isRead = ({ wasRead, run: by, isSetAside }: FollowedProject) =>
    wasRead || (run.finished === null && by === run.id) || isSetAside;
  const known = new Set(followed.filter(isRead).map(({ project }) => project));
  const unread = inScope.map(({ id }) => id).filter((id) => !known.has(id));
  if (unread.length > 0) await read(unread, clock());
  return done;
};

const removeAll = async (gone: readonly FollowedProject[], clock: () => number, until: number): Promise<boolean> => {
  await forgetRead(gone.map(({ project }) => project));
  let markedMore = false;
  for (const { project } of gone) {
    for (;;) {
      const ids = await someOfProject(project, ITEMS_A_STATEMENT);
      if (ids.length === 0) break;
      if (await removeIssues(ids, clock())) markedMore = true;
      if (clock() > until) return false;
    }
    await unfollow(project);
  }
  if (markedMore) await requestDrain(clock());
  return true;
};

/** Has projects read from the start: by the run that is under way, else by a new run. */
const read = async (projects: readonly number[], now: number): Promise<void> => {
  let total = 0;
  for (const some of batches(projects, PROJECTS_A_QUERY)) total += await countIn(some);
  const run = await latestRun();
  const step = beginStep(run !== null && run.everFinished !== null);
  if (run !== null && run.finished === null) {
    await beginRun(run.id, run.total + total, projects, step);
    return;
  }
  await beginRun(now, total, projects, step);
  await makeLeases([FIRST_SYNC_LEASE]);
  await requestFirstSync(now);
};

/** Jira's estimate, for the progress bar; 0 if it fails, as it does if one of the projects is gone. */
const countIn = async (projects: readonly number[]): Promise<number> =>
  (await unlessOfOne(() => countIssues(asApp('upkeep'), `project in (${projects.join(', ')})`))) ?? 0;
