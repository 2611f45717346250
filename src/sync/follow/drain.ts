import { countingFields } from '../../jira/fields';
import type { JiraIssue } from '../../jira/issue';
import { fetchReadable, foundBySearch, PAGE_SIZE } from '../../jira/issues';
import type { App } from '../../jira/request';
import { instantOf, isInScope, isLive, type Reading, toWorkItems } from '../../jira/toWorkItem';
import { clearDirty, type DirtyIssue, dirtyIssues, dirtyMarks } from '../../store/runs/dirtyIssues';
import { JiraError } from '../../jira/jiraError';
import { noteRemoved } from '../../store/runs/removedIssues';
import { latestRun } from '../../store/runs/syncRuns';
import { writeItems } from './writeItems';
import { markDirty, markChildrenDirty } from './markDirty';
import { asApp, type Job } from '../../site/rateBudget';
import { refreshOutdated } from './refresh';
import { requestDrain } from './requestDrain';
import { isolateFailures } from '../jobs/isolateFailures';
import { setAside } from './setAside';
import { knowingProjects, readingIfKnown } from '../../site/siteReading';

/** As many issues as one bulk fetch takes. */
const BATCH = PAGE_SIZE;

/**
 * Brings marked issues up to date with Jira until none is left, or until an instant is passed. Says whether none is left: none, that
 * is, of those marked by others before it began, for whoever marks an issue later asks for another drain.
 */
export const drainAll = async (clock: () => number, until: number): Promise<boolean> => {
  let reading: Reading | null = null;
  for (;;) {
    // One more than it drains tells whether more are left.
    const marks = await dirtyIssues(BATCH + 1);
    if (marks.length === 0) return true;
    reading ??= (await latestRun()) === null ? null : await readingIfKnown();
    if (reading === null) {
      // Events may come before the app has its permissions, or has found a project. The first sync reads all issues as they are by then;
      // what were kept before it begins nobody would look for, should its project be gone by then.
      await clearDirty(marks);
      continue;
    }
    const markedMore = await drain(marks.slice(0, BATCH), reading, clock(), asApp('events'));
    if (marks.length <= BATCH && !markedMore) return true;
    if (clock() > until) return false;
  }
};

/** Brings these marked issues up to date at once, at most 100. For the app's own writes, and for what a page found out of date. */
export const drainIssues = async (
  ids: readonly number[],
  reading: Reading,
  now: number,
  job: Job = 'page',
): Promise<void> => {
  const markedMore = await drain(await dirtyMarks(ids), reading, now, asApp(job));
  if (markedMore) await requestDrain(now);
};

/**
 * Drains marks together or, where one of their issues stops that, in parts, and sets that one aside. Says whether more is to be
 * drained: issues that it marked itself, or those of a part that it did not come to.
 */
const drain = async (marks: readonly DirtyIssue[], reading: Reading, now: number, app: App): Promise<boolean> => {
  let markedMore = false;
  const { refused, isLeft } = await isolateFailures(marks, async (part) => {
    if (await drainTogether(part, reading, now, app)) markedMore = true;
  });
  for (const { one, error } of refused) await setAside([one], error);
  return markedMore || isLeft;
};

/** The marks go last: after a crash before that, the same issues are drained again, to the same end. Says whether it marked more. */
const drainTogether = async (marks: readonly DirtyIssue[], given: Reading, now: number, app: App): Promise<boolean> => {
  const ids = marks.map(({ id }) => id);
  const answer = await fetchReadable(app, ids, countingFields(given.fields));
  const inScope = answer.issues.filter((issue) => isInScope(issue, given));
  const reading = await knowingProjects(
    app,
    given,
    inScope.map(({ fields }) => Number(fields.project?.id)),
  );
  const live = inScope.filter((issue) => isLive(issue, reading));
  const archived = await archivedAmong(app, live, now);
  const { items, unreadable } = toWorkItems(
    live.filter(({ id }) => !archived.has(Number(id))),
    reading,
  );
  const refused = new Set([...answer.unreadable, ...unreadable]);
  const found = new Set(items.map(({ id }) => id));
  const missing = ids.filter((id) => !found.has(id) && !refused.has(id));
  // Where an answer does not say which issue it is of, none that is missing is known to be gone.
  const gone = answer.nameless === 0 ? missing : [];
  if (answer.nameless > 0) for (const id of missing) refused.add(id);
  const markedChildren = await beforeRemoving(gone, now);
  const touched = await writeItems(items, gone);
  await refreshOutdated(now, reading.timeZone, touched);
  await setAside(
    marks.filter(({ id }) => refused.has(id)),
    new JiraError('malformed', 200, 'Jira answered an issue not as documented.'),
  );
  const markedAgain = await clear(
    marks.filter(({ id }) => !refused.has(id)),
    now,
  );
  return markedChildren || markedAgain;
};

/** Jira's search may be so far behind what was written; most events come sooner. */
const SEARCH_IS_BEHIND_MS = 300_000;

/**
 * The ids of those of some issues that are archived, though Jira answered them when they were asked for by id: its search does not find
 * them. It is asked only about what was not changed just now, which it may not know yet and which is most of what events tell of: so a
 * drain of these costs no second call. What was archived just now the hourly comparison finds.
 */
const archivedAmong = async (app: App, issues: readonly JiraIssue[], now: number): Promise<ReadonlySet<number>> => {
  const isOld = ({ fields }: JiraIssue): boolean => instantOf(fields.updated ?? '') < now - SEARCH_IS_BEHIND_MS;
  const old = issues.filter(isOld).map(({ id }) => Number(id));
  const found = await foundBySearch(app, old);
  return new Set(old.filter((id) => !found.has(id)));
};

/** With a parent its sub-tasks go, and its children stay without it: of neither does Jira send an event. Says whether there are any. */
const beforeRemoving = async (gone: readonly number[], now: number): Promise<boolean> => {
  const markedChildren = await markChildrenDirty(gone, now);
  await noteRemoved(gone, now);
  return markedChildren;
};

/** Removes issues without asking Jira: those of a project that it no longer lists. Says whether children of theirs were marked. */
export const removeIssues = async (gone: readonly number[], now: number): Promise<boolean> => {
  const markedChildren = await beforeRemoving(gone, now);
  await writeItems([], gone);
  return markedChildren;
};

/**
 * Clears marks. Where another drain has cleared some meanwhile, it may have read Jira later than this one and written earlier. It may have
 * removed an issue that was deleted in between, which this drain then wrote again. So those issues are marked once more, to be read anew.
 * Says whether they were.
 */
const clear = async (marks: readonly DirtyIssue[], now: number): Promise<boolean> => {
  const cleared = await clearDirty(marks);
  if (cleared === marks.length) return false;
  const marked = new Set((await dirtyMarks(marks.map(({ id }) => id))).map(({ id }) => id));
  // Those were marked anew, and who did that asked for a drain.
  if (cleared + marked.size >= marks.length) return false;
  await markDirty(
    marks.map(({ id }) => id).filter((id) => !marked.has(id)),
    now,
  );
  return true;
};
