import type { FieldValue } from '../domain/strategy/fieldValue';
import { writeFieldValue } from '../jira/fieldValues';
import { PAGE_SIZE } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import {
  finishTitleUpdates,
  nextIssuesToUpdate,
  type TitleUpdate,
  readyTitleUpdates,
  storeTitleProgress,
} from '../store/strategy/titleUpdates';
import { asApp } from '../site/rateBudget';
import { siteReading } from '../site/siteReading';

/** As many issues as are written before it is noted how far it came. */
const BATCH = PAGE_SIZE;

/**
 * Brings the titles of renamed objectives to the field's value on the issues that carry them, until none is left or an instant is
 * passed. Says whether none is left. Goes on where the last call stopped: a crash costs the issues of one batch, which are then
 * written again, to the same end.
 */
export const updateTitles = async (clock: () => number, until: number): Promise<boolean> => {
  const { objective: field } = (await siteReading()).fields;
  for (;;) {
    const started = await readyTitleUpdates();
    if (started.length === 0) return true;
    // Without the field no issue carries a title.
    const issues = field === null ? [] : await nextIssuesToUpdate(started, BATCH);
    if (field !== null) await writeTitles(field, started, issues);
    const last = issues.at(-1);
    if (last === undefined || issues.length < BATCH) await finishTitleUpdates(started);
    else await storeTitleProgress(started, last.id);
    if (clock() > until) return false;
  }
};

const writeTitles = async (
  field: string,
  started: readonly TitleUpdate[],
  issues: readonly { id: number; objective: number }[],
): Promise<void> => {
  let later: JiraError | null = null;
  for (const { objective, key, title } of started) {
    const carriers = issues.filter((issue) => issue.objective === objective).map(({ id }) => id);
    later = (await writeWhereTaken(field, carriers, { key, name: title })) ?? later;
  }
  // The others are written. These are tried again with their batch, for which writing a title once more changes nothing.
  if (later) throw later;
};

/**
 * Jira takes the values of one call all or none: where it refuses, halves find the issues that it refuses, and the rest is written.
 * Answers why one must be written later: it was written to too often in the last seconds.
 */
const writeWhereTaken = async (
  field: string,
  issues: readonly number[],
  value: FieldValue,
): Promise<JiraError | null> => {
  if (issues.length === 0) return null;
  try {
    await writeFieldValue(asApp('upkeep'), field, issues, value);
    return null;
  } catch (error) {
    // Later is another matter, unless it is one issue's: then all of it is tried again.
    if (!(error instanceof JiraError)) throw error;
    const isLater = error.failure === 'busy';
    if (isLater && error.about !== 'issue') throw error;
    if (issues.length === 1) {
      if (isLater) return error;
      console.warn(JSON.stringify({ event: 'notRetitled', issue: issues[0], status: error.status }));
      return null;
    }
    const half = Math.ceil(issues.length / 2);
    const first = await writeWhereTaken(field, issues.slice(0, half), value);
    return (await writeWhereTaken(field, issues.slice(half), value)) ?? first;
  }
};
