import { countingFields } from '../jira/fields';
import { fetchIssues, PAGE_SIZE } from '../jira/issues';
import { type Reading, toWorkItem } from '../jira/toWorkItem';
import { siteReading } from './siteReading';
import { clearDirty, type DirtyIssue, dirtyIssues, dirtyMarks } from '../store/dirtyIssues';
import { childrenOf } from '../store/findWorkItems';
import { keep } from './keep';
import { mark } from './mark';
import { refreshOutdated } from './refresh';

/** As many issues as one bulk fetch takes. */
const BATCH = PAGE_SIZE;

/** Brings marked issues up to date with Jira until none is left, or until an instant is passed. Says whether none is left. */
export const drainAll = async (clock: () => number, until: number): Promise<boolean> => {
  const reading = await siteReading();
  for (;;) {
    const marks = await dirtyIssues(BATCH);
    if (marks.length === 0) return true;
    await drain(marks, reading, clock());
    if (clock() > until) return false;
  }
};

/** Brings these marked issues up to date at once, at most 100. For the app's own writes, and for what a page found out of date. */
export const drainIssues = async (ids: readonly number[], reading: Reading, now: number): Promise<void> => {
  await drain(await dirtyMarks(ids), reading, now);
};

/** The marks go last: after a crash before that, the same issues are drained again, to the same end. */
const drain = async (marks: readonly DirtyIssue[], reading: Reading, now: number): Promise<void> => {
  const ids = marks.map(({ id }) => id);
  const issues = await fetchIssues('app', ids, countingFields(reading.fields));
  const items = issues.map((issue) => toWorkItem(issue, reading));
  const found = new Set(items.map(({ id }) => id));
  const gone = ids.filter((id) => !found.has(id));
  // With a parent its sub-tasks go, and its children stay without it: of neither does Jira send an event.
  await mark(await childrenOf(gone), now);
  const touched = await keep(items, gone);
  await refreshOutdated(now, reading.timeZone, touched);
  await clearDirty(marks);
};
