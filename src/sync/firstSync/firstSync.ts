import { beginStep, isReadingNeeds, nextStep } from '../../domain/work/firstReading';
import type { SyncedItem } from '../../domain/work/workItem';
import { countIssues, EVERY_ISSUE, PAGE_SIZE } from '../../jira/issues';
import { JiraError, unlessOfOne } from '../../jira/jiraError';
import { typeLevels } from '../../jira/issueConfiguration';
import { liveProjects } from '../../jira/site';
import type { Reading } from '../../jira/toWorkItem';
import { idsInRanges } from '../../store/work/projectIds';
import { makeLeases } from '../../store/runs/leases';
import { forgetRemoved, removedSince } from '../../store/runs/removedIssues';
import { beginRun, finishRun, latestRun, storeGoingOn, storeWaiting, type SyncRun } from '../../store/runs/syncRuns';
import { type ProjectRead, stepsLeft, storeProgress } from '../../store/runs/syncProgress';
import { markJoinedBefore } from '../follow/countedLinks';
import { writeItems } from '../follow/writeItems';
import { markDirty } from '../follow/markDirty';
import { noteConfigurationChange } from '../compare/configurationChange';
import { asApp, noteSpending, roomFor } from '../../site/rateBudget';
import { type Gathered, PageReader } from './readPages';
import { readNeeds } from './readNeeds';
import type { Strata } from './strata';
import { refreshOutdated } from '../follow/refresh';
import { FIRST_SYNC_LEASE, requestFirstSync } from './requestFirstSync';
import { discoverProjects, discoverSite, siteReading } from '../../site/siteReading';
import { markUnlisted } from '../compare/sweep';

/** Issues written at a time: few statements, and little to read again after a crash. */
const ISSUES_A_WRITE = 3000;
/** Rate points are noted after so many writes, so that a crash forgets few of them. */
const WRITES_A_NOTE = 2;

/**
 * Starts a run that reads the whole site: finds fields and projects. It does not start if Jira lists no project,
 * because the app may be told of its installation before it has permissions; the five-minute schedule tries again.
 * Projects that appear later are found by `followProjects`.
 */
export const beginFirstSync = async (now: number): Promise<void> => {
  if ((await liveProjects(asApp('upkeep'))).length === 0) {
    console.warn(JSON.stringify({ event: 'noProjects' }));
    return;
  }
  await discoverSite(now);
  await noteConfigurationChange(now);
  const { inScope, excluded } = await discoverProjects();
  const counted = excluded.length === 0 ? EVERY_ISSUE : `project not in (${excluded.map(({ id }) => id).join(', ')})`;
  await beginRun(
    now,
    // An estimate for the progress bar. Where one project makes Jira fail, there is none.
    (await unlessOfOne(() => countIssues(asApp('upkeep'), counted))) ?? 0,
    inScope.map(({ id }) => id),
    beginStep((await latestRun())?.everFinished != null),
  );
};

/**
 * Starts a run that reads the whole site again. Meanwhile pages show figures and drains follow changes. What Jira no
 * longer has is found on the way. A run that is under way is replaced.
 */
export const beginSyncAgain = async (now: number): Promise<void> => {
  await beginFirstSync(now);
  await makeLeases([FIRST_SYNC_LEASE]);
  await requestFirstSync(now);
};

/**
 * Resumes the run where the last call stopped, until all is read, the time is up or Jira's rate limits hold it back.
 * Progress is stored after each write, so a crash costs the pages read since then. When it stops, pages show the
 * figures of what was read so far.
 */
export const continueFirstSync = async (clock: () => number, until: number): Promise<HowFar> => {
  const run = await latestRun();
  if (run === null || run.finished !== null) return 'finished';
  if (run.waitingUntil !== null) await storeGoingOn(run.id);
  const reading = await siteReading();
  let strata = null as Strata | null;
  let pages = null as PageReader | null;
  let room = await roomFor('sync', clock());
  for (let writes = 1; ; writes += 1) {
    if (room.points === 0) {
      await storeWaiting(run.id, room.until, Math.floor(room.hourly / POINTS_AN_ISSUE));
      await refreshOutdated(clock(), reading.timeZone);
      return { waitsUntil: room.until };
    }
    if (strata === null) {
      strata = await strataOf(run, reading);
      room = await roomFor('sync', clock());
      continue;
    }
    const how = { reading, strata, clock, until };
    let isNoteDue = writes % WRITES_A_NOTE === 0;
    let isForNeeds = false;
    // Looking for the next step costs a statement, and what a step needs a dozen. So both come once for several writes.
    if (pages === null || isNoteDue) {
      const step = nextStep(await stepsLeft(run.id));
      if (step === null) break;
      if (isReadingNeeds(step)) {
        const heldBack = await heldBackUntil(() => readNeeds({ run: run.id, step }, how));
        if (heldBack !== null) {
          room = { ...room, points: 0, until: heldBack };
          continue;
        }
        [isForNeeds, isNoteDue] = [true, true];
      } else if (pages?.step !== step) pages = new PageReader({ run: run.id, step }, how);
    }
    const gathered = isForNeeds || pages === null ? null : await pages.gather(Math.min(ISSUES_A_WRITE, room.points));
    if (gathered !== null) {
      await write(gathered, run, clock());
      if (gathered.refused) throw gathered.refused;
      room = { ...room, points: Math.max(0, room.points - gathered.items.length - gathered.calls) };
    } else if (!isForNeeds) {
      // Projects found meanwhile may have lower ids than those just read.
      pages = null;
    }
    if (clock() > until) {
      await refreshOutdated(clock(), reading.timeZone);
      return 'unfinished';
    }
    if (isNoteDue || room.points === 0) {
      await noteSpending(clock());
      room = await roomFor('sync', clock());
    }
  }
  await finish(run, reading, clock());
  return 'finished';
};

/** Until when Jira's limits hold work back; `null`: it is done. */
const heldBackUntil = async (work: () => Promise<void>): Promise<number | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof JiraError) || error.failure !== 'busy' || error.retryAt === null) throw error;
    return error.retryAt;
  }
};

/** How the issues are divided among the steps of a run. A call to Jira if it has more steps than one. */
const strataOf = async (run: SyncRun, { timeZone }: Reading): Promise<Strata> => {
  const levels = run.everFinished === null ? await typeLevels(asApp('sync')) : {};
  const above = Object.keys(levels).filter((type) => (levels[type] ?? 0) > 0);
  return { began: run.id, timeZone, above };
};

/** `waitsUntil`: when Jira's rate limits allow more (epoch milliseconds). */
export type HowFar = 'finished' | 'unfinished' | { waitsUntil: number };

/** Each issue costs a rate point, and each page of 100 one more. */
const POINTS_AN_ISSUE = 1 + 1 / PAGE_SIZE;

const write = async ({ items, unreadable, read }: Gathered, run: SyncRun, now: number): Promise<void> => {
  await writeItems(items);
  await markJoinedBefore(items, now);
  await markDirty(unreadable, now);
  // In the first run nothing is stored yet that Jira could have lost.
  if (run.everFinished !== null) await markMissing(items, read, now);
  await storeProgress(read, now);
};

/**
 * Marks the stored issues that Jira's pages skipped within their range of numbers. The drain asks Jira for each, and
 * removes what is gone.
 */
const markMissing = async (told: readonly SyncedItem[], read: readonly ProjectRead[], now: number): Promise<void> => {
  const ids = new Set(told.map(({ id }) => id));
  const ranges = read.map(({ from, to, finished }) => ({
    project: from.project,
    after: from.lastNumber,
    upTo: finished ? null : to.lastNumber,
  }));
  await markDirty(
    (await idsInRanges(ranges)).filter((id) => !ids.has(id)),
    now,
  );
};

const REMOVED_A_STATEMENT = 1000;

/**
 * Ends the run. Issues removed while it lasted are marked: the run may have read them before and written them after.
 */
const finish = async (run: SyncRun, reading: Reading, now: number): Promise<void> => {
  for (let last = 0; ;) {
    const removed = await removedSince(run.id, last, REMOVED_A_STATEMENT);
    await markDirty(removed, now);
    last = removed.at(-1) ?? 0;
    if (removed.length < REMOVED_A_STATEMENT) break;
  }
  if (run.everFinished !== null) await markUnlisted(now);
  await refreshOutdated(now, reading.timeZone);
  await finishRun(run.id, now);
  await forgetRemoved(now);
};
