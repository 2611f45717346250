import { countingFields } from '../../jira/fields';
import type { JiraIssue } from '../../jira/issue';
import { fetchReadable, foundBySearch, PAGE_SIZE } from '../../jira/issues';
import type { App } from '../../jira/request';
import { type Day, dayOf } from '../../domain/time/day';
import type { SyncedItem } from '../../domain/work/workItem';
import { jiraInstant } from '../../domain/time/jiraInstant';
import { type Reading, toWorkItems } from '../../jira/toWorkItem';
import { clearMarks, type Mark, waitingMarks, marksOf } from '../../store/runs/dirtyIssues';
import { JiraError } from '../../jira/jiraError';
import { noteRemoved } from '../../store/runs/removedIssues';
import { latestRun } from '../../store/runs/syncRuns';
import { correctTitles } from './correctTitles';
import { writeItems } from './writeItems';
import { applyRules } from '../tagging/applyRules';
import { markAnother } from './markAnother';
import { markDirty, markChildrenDirty } from './markDirty';
import { markLinked } from './markLinked';
import { asApp, type Job } from '../../site/rateBudget';
import { refreshOutdated } from './refresh';
import { requestDrain } from './requestDrain';
import { isolateFailures } from '../jobs/isolateFailures';
import { setAside } from './setAside';
import { issuesThatCount } from '../../site/issuesThatCount';
import { readingIfKnown } from '../../site/siteReading';

/** Issues a batch: what one bulk fetch takes. */
const BATCH = PAGE_SIZE;

/**
 * Reads all marked issues from Jira and writes them, a batch at a time, until no mark is left or the time is up.
 * @param until no further batch begins after this instant (epoch milliseconds)
 * @returns whether no mark is left. Marks set after this began do not count: whoever sets one asks for another drain.
 */
export const drainAll = async (clock: () => number, until: number): Promise<boolean> => {
  let reading: Reading | null = null;
  for (;;) {
    // One row more than a batch tells whether marks are left.
    const marks = await waitingMarks(BATCH + 1);
    if (marks.length === 0) return true;
    reading ??= (await latestRun()) === null ? null : await readingIfKnown();
    if (reading === null) {
      // The app was just installed: it has no permissions yet, or no project. The first sync reads every issue, so
      // these marks are not needed. If kept, a mark of a project that is gone by then would stay for ever.
      await clearMarks(marks);
      continue;
    }
    const markedMore = await drain(marks.slice(0, BATCH), reading, clock(), asApp('events'));
    if (marks.length <= BATCH && !markedMore) return true;
    if (clock() > until) return false;
  }
};

/** Drains these marked issues at once, at most 100: for the app's own writes, and for what a page found out of date. */
export const drainIssues = async (
  ids: readonly number[],
  reading: Reading,
  now: number,
  job: Job = 'page',
): Promise<void> => {
  const markedMore = await drain(await marksOf(ids), reading, now, asApp(job));
  if (markedMore) await requestDrain(now);
};

/**
 * Drains marks as one batch. If one issue makes the batch fail, it is found by halving and set aside. Where it is alone,
 * an issue that nobody changed tells whether it is to blame.
 * @returns whether more is to be drained: issues marked on the way, or a part that was not reached
 */
const drain = async (marks: readonly Mark[], reading: Reading, now: number, app: App): Promise<boolean> => {
  let markedMore = false;
  const drainPart = async (part: readonly Mark[]): Promise<void> => {
    if (await drainTogether(part, reading, now, app)) markedMore = true;
  };
  const drainAnother = async (): Promise<boolean> => {
    const another = await markAnother(
      marks.map(({ id }) => id),
      now,
    );
    if (another !== null) await drainPart([another]);
    return another !== null;
  };
  const { refused, left } = await isolateFailures(marks, drainPart, drainAnother);
  for (const { one, error } of refused) await setAside([one], error);
  return markedMore || left.length > 0;
};

/**
 * Reads, writes and counts one batch, then clears its marks. The marks go last: after a crash the issues are drained
 * again, with the same result.
 * @returns whether further issues were marked
 */
const drainTogether = async (marks: readonly Mark[], given: Reading, now: number, app: App): Promise<boolean> => {
  const ids = marks.map(({ id }) => id);
  const answer = await fetchReadable(app, ids, countingFields(given.fields, given.strategy));
  const { issues: live, reading } = await issuesThatCount(app, given, answer.issues);
  const archived = await archivedAmong(app, live, now);
  const counting = live.filter(({ id }) => !archived.has(Number(id)));
  const { items, unreadable } = toWorkItems(counting, reading);
  const refused = new Set([...answer.unreadable, ...unreadable]);
  const found = new Set(items.map(({ id }) => id));
  const missing = ids.filter((id) => !found.has(id) && !refused.has(id));
  // If an answer lacks its issue's id, we cannot tell which issue is missing. So none is taken for deleted.
  const gone = answer.nameless === 0 ? missing : [];
  if (answer.nameless > 0) for (const id of missing) refused.add(id);
  const markedChildren = await beforeRemoving(gone, now);
  const markedLinked = reading.strategy.wasUsed && (await markLinked(items, gone, now));
  const touched = await writeItems(items, gone, lastChange(items, reading.timeZone));
  await refreshOutdated(now, reading.timeZone, touched);
  const areCorrected = await correctTitles(counting, reading.fields, now);
  await applyRules(items, app);
  await setAside(
    marks.filter(({ id }) => refused.has(id)),
    new JiraError('malformed', 200, 'Jira answered an issue not as documented.'),
  );
  const markedAgain = await clear(
    marks.filter(({ id }) => !refused.has(id)),
    now,
  );
  return markedChildren || markedLinked || markedAgain || areCorrected;
};

/**
 * The day of the newest change among issues, in Jira's words: what was retagged was so by then. The app's own clock
 * would say "tomorrow" of what comes just after midnight.
 */
const lastChange = (items: readonly SyncedItem[], timeZone: string): Day | null =>
  items.length === 0 ? null : dayOf(Math.max(...items.map(({ updated }) => updated)), timeZone);

/** How far Jira's search may lag behind writes. Most events arrive sooner. */
const SEARCH_IS_BEHIND_MS = 300_000;

/**
 * The ids of the archived ones among these issues. Jira still answers archived issues by id, but its search does not
 * find them.
 *
 * Only issues last changed more than five minutes ago are looked up. The search may not know newer changes yet, and
 * those are what most events tell of, so most drains need no second call. An issue archived within that time is found
 * by the hourly comparison.
 */
const archivedAmong = async (app: App, issues: readonly JiraIssue[], now: number): Promise<ReadonlySet<number>> => {
  const isOld = ({ fields }: JiraIssue): boolean => jiraInstant(fields.updated ?? '') < now - SEARCH_IS_BEHIND_MS;
  const old = issues.filter(isOld).map(({ id }) => Number(id));
  const found = await foundBySearch(app, old);
  return new Set(old.filter((id) => !found.has(id)));
};

/**
 * Marks the children of issues about to be removed, and notes the removal. Jira deletes sub-tasks with their parent and
 * detaches other children, and sends no event for either.
 * @returns whether there are children
 */
const beforeRemoving = async (gone: readonly number[], now: number): Promise<boolean> => {
  const markedChildren = await markChildrenDirty(gone, now);
  await noteRemoved(gone, now);
  return markedChildren;
};

/**
 * Removes issues without asking Jira: those of a project that Jira no longer lists.
 * @returns whether others, such as children of them, were marked
 */
export const removeIssues = async (gone: readonly number[], now: number): Promise<boolean> => {
  const markedChildren = await beforeRemoving(gone, now);
  const markedLinked = await markLinked([], gone, now);
  await writeItems([], gone);
  return markedChildren || markedLinked;
};

/**
 * Clears marks, unless they were set again since they were read.
 *
 * Two drains can race on one issue. If another drain has cleared a mark of ours, it may have read Jira after us but
 * written before us: say it removed a deleted issue, and we wrote it back. So such issues are marked again, and a fresh
 * drain settles them.
 * @returns whether issues were marked again
 */
const clear = async (marks: readonly Mark[], now: number): Promise<boolean> => {
  const cleared = await clearMarks(marks);
  if (cleared === marks.length) return false;
  const marked = new Set((await marksOf(marks.map(({ id }) => id))).map(({ id }) => id));
  // All that is missing was marked anew, and whoever did that asked for a drain.
  if (cleared + marked.size >= marks.length) return false;
  await markDirty(
    marks.map(({ id }) => id).filter((id) => !marked.has(id)),
    now,
  );
  return true;
};
