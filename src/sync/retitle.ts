import type { FieldValue } from '../contract';
import { writeFieldValue } from '../jira/fieldValues';
import { PAGE_SIZE } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { finishRetitles, nextToRetitle, type Retitle, retitles, storeRetitled } from '../store/retitles';
import { siteReading } from './siteReading';

/** As many issues as are written before it is noted how far it came. */
const BATCH = PAGE_SIZE;

/**
 * Brings the titles of renamed objectives to the field's value on the issues that carry them, until none is left or an instant is
 * passed. Says whether none is left. Goes on where the last call stopped: a crash costs the issues of one batch, which are then
 * written again, to the same end.
 */
export const bringTitles = async (clock: () => number, until: number): Promise<boolean> => {
  const { objective: field } = (await siteReading()).fields;
  for (;;) {
    const started = await retitles();
    if (started.length === 0) return true;
    // Without the field no issue carries a title.
    const issues = field === null ? [] : await nextToRetitle(started, BATCH);
    if (field !== null) await writeTitles(field, started, issues);
    const last = issues.at(-1);
    if (last === undefined || issues.length < BATCH) await finishRetitles(started);
    else await storeRetitled(started, last.id);
    if (clock() > until) return false;
  }
};

const writeTitles = async (
  field: string,
  started: readonly Retitle[],
  issues: readonly { id: number; objective: number }[],
): Promise<void> => {
  for (const { objective, key, title } of started) {
    const carriers = issues.filter((issue) => issue.objective === objective).map(({ id }) => id);
    await writeWhereTaken(field, carriers, { key, name: title });
  }
};

/** Jira takes the values of one call all or none: where it refuses, halves find the issues that it refuses, and the rest is written. */
const writeWhereTaken = async (field: string, issues: readonly number[], value: FieldValue): Promise<void> => {
  if (issues.length === 0) return;
  try {
    await writeFieldValue(field, issues, value);
  } catch (error) {
    // Later is another matter: then all of it is tried again.
    if (!(error instanceof JiraError) || error.failure === 'busy') throw error;
    if (issues.length === 1) {
      console.warn(JSON.stringify({ event: 'notRetitled', issue: issues[0], status: error.status }));
      return;
    }
    const half = Math.ceil(issues.length / 2);
    await writeWhereTaken(field, issues.slice(0, half), value);
    await writeWhereTaken(field, issues.slice(half), value);
  }
};
