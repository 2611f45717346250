import { countingFields } from '../jira/fields';
import { fetchIssues, PAGE_SIZE } from '../jira/issues';
import { isInScope, type Reading, toWorkItem } from '../jira/toWorkItem';
import type { App } from '../jira/request';
import { siteReading } from './siteReading';
import { clearDirty, type DirtyIssue, dirtyIssues, dirtyMarks } from '../store/dirtyIssues';
import { noteRemoved } from '../store/removedIssues';
import { keep } from './keep';
import { mark, markChildrenOf } from './mark';
import { asApp, type Job } from './rateBudget';
import { refreshOutdated } from './refresh';
import { requestDrain } from './requestDrain';

/** As many issues as one bulk fetch takes. */
const BATCH = PAGE_SIZE;

/**
 * Brings marked issues up to date with Jira until none is left, or until an instant is passed. Says whether none is left: none, that
 * is, of those marked by others before it began, for whoever marks an issue later asks for another drain.
 */
export const drainAll = async (clock: () => number, until: number): Promise<boolean> => {
  const reading = await siteReading();
  for (;;) {
    // One more than it drains tells whether more are left.
    const marks = await dirtyIssues(BATCH + 1);
    if (marks.length === 0) return true;
    const { markedMore } = await drain(marks.slice(0, BATCH), reading, clock(), asApp('events'));
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
  const { markedMore } = await drain(await dirtyMarks(ids), reading, now, asApp(job));
  if (markedMore) await requestDrain(now);
};

/** The marks go last: after a crash before that, the same issues are drained again, to the same end. */
const drain = async (
  marks: readonly DirtyIssue[],
  reading: Reading,
  now: number,
  app: App,
): Promise<{ markedMore: boolean }> => {
  const ids = marks.map(({ id }) => id);
  const issues = await fetchIssues(app, ids, countingFields(reading.fields));
  const items = issues.filter((issue) => isInScope(issue, reading)).map((issue) => toWorkItem(issue, reading));
  const found = new Set(items.map(({ id }) => id));
  const gone = ids.filter((id) => !found.has(id));
  // With a parent its sub-tasks go, and its children stay without it: of neither does Jira send an event.
  const markedChildren = await markChildrenOf(gone, now);
  await noteRemoved(gone, now);
  const touched = await keep(items, gone);
  await refreshOutdated(now, reading.timeZone, touched);
  const markedAgain = await clear(marks, now);
  return { markedMore: markedChildren || markedAgain };
};

/**
 * Clears marks. Where another drain has cleared some meanwhile, it may have read Jira later than this one but written before: what it
 * found to be gone this one may have put back. Then the issues are marked once more. Says whether they were.
 */
const clear = async (marks: readonly DirtyIssue[], now: number): Promise<boolean> => {
  const cleared = await clearDirty(marks);
  if (cleared === marks.length) return false;
  const marked = new Set((await dirtyMarks(marks.map(({ id }) => id))).map(({ id }) => id));
  // Those were marked anew, and who did that asked for a drain.
  if (cleared + marked.size >= marks.length) return false;
  await mark(
    marks.map(({ id }) => id).filter((id) => !marked.has(id)),
    now,
  );
  return true;
};
