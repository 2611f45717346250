import { OTHER_KEYS } from '../domain/strategy/objectiveKey';
import { PAGE_SIZE } from '../jira/issues';
import type { JiraError } from '../jira/jiraError';
import {
  finishTitleUpdates,
  nextIssuesToUpdate,
  type TitleUpdate,
  readyTitleUpdates,
  storeTitleProgress,
} from '../store/strategy/titleUpdates';
import { siteReading } from '../site/siteReading';
import { markDirty } from './follow/markDirty';
import { writeWhereTaken } from './follow/writeWhereTaken';

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
    else later = (await writeWhereTaken(field, carriers, { key, name: title })).later ?? later;
  }
  // The others are written. These are tried again with their batch; writing a title twice changes nothing.
  if (later) throw later;
};
