import { countIssues } from '../../jira/issues';
import { unlessRefused } from '../../jira/jiraError';
import { batches } from '../../store/sql/batches';
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

/** When Jira said that something became of a project (epoch milliseconds); `null`: that has been looked at. */
const HEARD = 'projectEvents';

/** As many work items as are removed at a time, and as many projects as one query names. */
const ITEMS_A_STATEMENT = 500;
const PROJECTS_A_QUERY = 200;

/** Notes that something became of a project: which, the next look at all of them tells. One statement, however many are archived. */
export const noteProjectEvent = (now: number): Promise<void> => writeSetting(HEARD, now);

/** Looks at the projects if an event told of any since the last look. */
export const followIfToldTo = async (clock: () => number, until: number): Promise<void> => {
  const heard = (await readSetting(HEARD)) ?? null;
  if (heard === null) return;
  // An event that comes meanwhile stays noted, and so does what is left undone.
  if (await followProjects(clock, until)) await replaceSetting(HEARD, heard, null);
};

/**
 * Asks Jira which projects there are, has those read that are new or back, and removes the work of those that are archived, trashed,
 * deleted or hidden from the app. Of their issues no event tells, and an import may send none at all. What is to be read again and what is to
 * be removed follows from what is held, not from what changed since the last time: so it can be cut short or crash anywhere. Says whether all
 * of it is done or asked for; else the next call goes on.
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
  const isRead = ({ wasRead, run: by }: FollowedProject) => wasRead || (run.finished === null && by === run.id);
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

/** Has projects read as a whole: by the run that is reading, else by one of their own. */
const read = async (projects: readonly number[], now: number): Promise<void> => {
  let total = 0;
  for (const some of batches(projects, PROJECTS_A_QUERY)) total += await countIn(some);
  const run = await latestRun();
  if (run !== null && run.finished === null) {
    await beginRun(run.id, run.total + total, projects);
    return;
  }
  await beginRun(now, total, projects);
  await makeLeases([FIRST_SYNC_LEASE]);
  await requestFirstSync(now);
};

/** An estimate for the progress bar; Jira refuses it where one of the projects has gone meanwhile. */
const countIn = async (projects: readonly number[]): Promise<number> =>
  (await unlessRefused(() => countIssues(asApp('upkeep'), `project in (${projects.join(', ')})`))) ?? 0;
