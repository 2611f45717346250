import { OTHER_KEYS } from '../domain/strategy/objectiveKey';
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
import { markDirty } from './follow/markDirty';

/** Issues written before progress is stored. */
const BATCH = PAGE_SIZE;

/**
 * Writes new titles of renamed objectives into Jira's field on the issues tagged with them. Goes on where the last call
 * stopped. A crash costs one batch, which is then written again with the same result. Of `OTHER_KEYS` the issues are
 * marked instead, because one of their keys was stated.
 * @param until no further batch begins after this instant (epoch milliseconds)
 * @returns whether no title is left to write
 */
export const updateTitles = async (clock: () => number, until: number): Promise<boolean> => {
  const { objective: field } = (await siteReading()).fields;
  for (;;) {
    const started = await readyTitleUpdates();
    if (started.length === 0) return true;
    // Without the field no issue has a title.
    const issues = field === null ? [] : await nextIssuesToUpdate(started, BATCH);
    if (field !== null) await writeTitles(field, started, issues, clock());
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
  now: number,
): Promise<void> => {
  let later: JiraError | null = null;
  for (const { objective, key, title } of started) {
    const carriers = issues.filter((issue) => issue.objective === objective).map(({ id }) => id);
    if (key === OTHER_KEYS) await markDirty(carriers, now);
    else later = (await writeWhereTaken(field, carriers, { key, name: title })) ?? later;
  }
  // The others are written. These are tried again with their batch; writing a title twice changes nothing.
  if (later) throw later;
};

/**
 * Writes a value to issues. Jira takes all values of one call or none, so if it refuses, halving finds the issues at
 * fault and the rest is written.
 * @returns the error if an issue must be written later, because it was written too often in the last seconds
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
    // "Later" stops the whole batch, which is then tried again, unless Jira says it of one issue only.
    if (!(error instanceof JiraError)) throw error;
    const isLater = error.failure === 'busy';
    if (isLater && error.about !== 'issue') throw error;
    if (issues.length === 1) {
      if (isLater) return error;
      console.warn(JSON.stringify({ event: 'titleNotUpdated', issue: issues[0], status: error.status }));
      return null;
    }
    const half = Math.ceil(issues.length / 2);
    const first = await writeWhereTaken(field, issues.slice(0, half), value);
    return (await writeWhereTaken(field, issues.slice(half), value)) ?? first;
  }
};
