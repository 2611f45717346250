import type { SyncProgress, SyncState } from '../contract';
import type { SyncedItem } from '../domain/workItem';
import { countingFields } from '../jira/fields';
import { countIssues, PAGE_SIZE, searchIssues } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { type Reading, toWorkItem } from '../jira/toWorkItem';
import { batches } from '../store/batches';
import { idsBetween } from '../store/projectIds';
import { makeLeases } from '../store/leases';
import { forgetRemoved, removedSince } from '../store/removedIssues';
import {
  beginRun,
  finishRun,
  issuesRead,
  latestRun,
  nextSyncProject,
  restartProject,
  storeGoingOn,
  storeProgress,
  storeWaiting,
  type SyncProject,
  type SyncRun,
} from '../store/syncRuns';
import { keep } from './keep';
import { mark } from './mark';
import { noteSpending, roomFor } from './rateBudget';
import { refreshOutdated } from './refresh';
import { FIRST_SYNC_LEASE, requestFirstSync } from './requestFirstSync';
import { discoverProjects, discoverSite, siteReading } from './siteReading';
import { markUnlisted } from './sweep';

/** Pages are gathered up to this many issues before they are written: few statements, and little to read again after a crash. */
const ISSUES_A_WRITE = 2000;
/** What was spent is noted after so many writes, so that a crash forgets little of it. */
const WRITES_A_NOTE = 5;

/** Any issue: Jira wants a bounded query. */
export const EVERY_ISSUE = 'project is not EMPTY';

/** Begins to read the whole site: finds its fields and its projects. */
export const beginFirstSync = async (now: number): Promise<void> => {
  await discoverSite(now);
  const projects = await discoverProjects();
  await beginRun(
    now,
    await countIssues(EVERY_ISSUE),
    projects.map(({ id }) => id),
  );
};

/**
 * Begins to read the whole site once more. Pages go on showing figures, and a drain follows changes meanwhile; what Jira no longer
 * has is found while the projects are read. One that is at it already begins anew.
 */
export const beginSyncAgain = async (now: number): Promise<void> => {
  await beginFirstSync(now);
  await makeLeases([FIRST_SYNC_LEASE]);
  await requestFirstSync(now);
};

/**
 * Goes on reading where the last call stopped, until all is read, an instant is passed, or Jira's rate limits hold it back.
 * Progress is stored after each write, so a crash costs the pages since then, which are then read again.
 */
export const continueFirstSync = async (clock: () => number, until: number): Promise<HowFar> => {
  const run = await latestRun();
  if (run === null || run.finished !== null) return 'finished';
  if (run.waitingUntil !== null) await storeGoingOn(run.id);
  const reading = await siteReading();
  let room = await roomFor('sync', clock());
  for (let writes = 1; ; writes += 1) {
    const project = await nextSyncProject(run.id);
    if (project === null) break;
    if (room.points === 0) {
      await storeWaiting(run.id, room.until, Math.floor(room.hourly / POINTS_AN_ISSUE));
      return { waitsUntil: room.until };
    }
    const issues = await readSome(project, { reading, run, room: room.points, now: clock() });
    room = { ...room, points: Math.max(0, room.points - Math.ceil(issues * POINTS_AN_ISSUE)) };
    if (clock() > until) return 'unfinished';
    if (writes % WRITES_A_NOTE === 0 || room.points === 0) {
      await noteSpending(clock());
      room = await roomFor('sync', clock());
    }
  }
  await finish(run, reading, clock());
  return 'finished';
};

/** `waitsUntil`: Jira's rate limits hold it back until then (epoch milliseconds). */
export type HowFar = 'finished' | 'unfinished' | { waitsUntil: number };

/** Each issue costs a rate point, and each page of a hundred another. */
const POINTS_AN_ISSUE = 1 + 1 / PAGE_SIZE;

type Circumstances = { reading: Reading; run: SyncRun; room: number; now: number };

/** Reads pages of a project up to one write, or as many as there is room for. Says how many issues it read. */
const readSome = async (project: SyncProject, { reading, run, room, now }: Circumstances): Promise<number> => {
  const items: SyncedItem[] = [];
  let token = project.pageToken;
  try {
    do {
      const page = await searchIssues('app', jqlOf(project), countingFields(reading.fields), token);
      items.push(...page.issues.map((issue) => toWorkItem(issue, reading)));
      token = page.nextPageToken;
    } while (token !== null && items.length < Math.min(ISSUES_A_WRITE, room));
  } catch (error) {
    // A token that Jira no longer takes: it holds for a week, and only for the same query.
    if (error instanceof JiraError && error.failure === 'invalid' && token !== null) {
      await restartProject(project);
      return items.length;
    }
    throw error;
  }
  await keep(items);
  const lastNumber = Math.max(project.lastNumber, ...items.map(({ number }) => number));
  // Before the first time there is nothing that Jira could no longer have.
  if (run.everFinished !== null) await markMissing(project, items, token === null ? null : lastNumber, now);
  await storeProgress(project, { pageToken: token, done: project.done + items.length, lastNumber }, now);
  return items.length;
};

/** By number, so that an issue which changes while the pages are read neither repeats nor goes missing. */
const jqlOf = ({ project }: SyncProject): string => `project = ${project} ORDER BY key ASC`;

const MARKS_A_STATEMENT = 1000;

/**
 * Marks what the projection holds between the issues that pages told of, and Jira did not tell: the drain asks Jira for each, and
 * removes what is gone. @param to the last number that pages have come to, `null`: they have come to the end
 */
const markMissing = async (from: SyncProject, told: readonly SyncedItem[], to: number | null, now: number) => {
  const ids = new Set(told.map(({ id }) => id));
  const missing = (await idsBetween(from.project, from.lastNumber, to)).filter((id) => !ids.has(id));
  for (const batch of batches(missing, MARKS_A_STATEMENT)) await mark(batch, now);
};

/** What was removed while the run lasted it may have read before and written after: Jira is asked once more. */
const finish = async (run: SyncRun, reading: Reading, now: number): Promise<void> => {
  for (let last = 0; ;) {
    const removed = await removedSince(run.id, last, MARKS_A_STATEMENT);
    await mark(removed, now);
    last = removed.at(-1) ?? 0;
    if (removed.length < MARKS_A_STATEMENT) break;
  }
  if (run.everFinished !== null) await markUnlisted(now);
  await refreshOutdated(now, reading.timeZone);
  await finishRun(run.id, now);
  await forgetRemoved(now);
};

/** How far the reading of the site is: one statement when it is complete, two while it runs. */
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

const HOUR_MS = 3_600_000;

/** At the pace of the run so far, which includes its waits, but no faster than Jira's limits allow. */
const estimatedEnd = (run: SyncRun, { done, left }: { done: number; left: number }, now: number): string | null => {
  if (done === 0 || now <= run.id) return null;
  const pace = Math.min(done / (now - run.id), run.hourly === null ? Infinity : run.hourly / HOUR_MS);
  const from = Math.max(now, run.waitingUntil ?? now);
  return new Date(from + Math.round(left / pace)).toISOString();
};
