import { countIssues, EVERY_ISSUE, searchIds } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { beginSyncAgain } from './firstSync';
import { LONGEST_FUNCTION_MS } from './longestFunction';
import { mark } from './mark';
import { beginSweep, sweep } from './sweep';
import { forgetChange, type ReadingChange, readingAndChange } from './siteReading';

/**
 * Once the way in which issues are read has changed (another estimate field, the objective's field on its first screen, the site's
 * time zone, other projects in scope): sees to it that the issues that it concerns are read again. Those are few where only some have
 * the field, and then they are marked; else the whole site is read again. What came into scope or left it a sweep finds. Says how many
 * were marked.
 */
export const rereadAfterChange = async (clock: () => number, until: number): Promise<number> => {
  const now = clock();
  const { change } = await readingAndChange();
  if (change === null || now < change.at + LONGEST_FUNCTION_MS) return 0;
  const concerned = await issuesConcerned(change);
  let marked = concerned?.length ?? 0;
  if (concerned === null) await beginSyncAgain(now);
  else {
    await mark(concerned, now);
    if (change.scope) {
      await beginSweep();
      marked += await sweep(clock, until);
    }
  }
  // Last: after a crash before that, all of it is done again.
  await forgetChange(change);
  return marked;
};

/** The issues that have a field whose reading changed; `null`: so many that reading the whole site costs less. */
const issuesConcerned = async ({ what }: ReadingChange): Promise<number[] | null> => {
  if (what === 'everything') return null;
  if (what.length === 0) return [];
  const jql = what.map((id) => `${clauseOf(id)} is not EMPTY`).join(' OR ');
  try {
    // Each is found, read, and looked for among what is not archived.
    if (3 * (await countIssues(jql)) > (await countIssues(EVERY_ISSUE))) return null;
    return await searchIds(jql);
  } catch (error) {
    // A field that the site has no longer.
    if (error instanceof JiraError && error.failure === 'invalid') return null;
    throw error;
  }
};

/** `customfield_10016` is `cf[10016]` in JQL. */
const clauseOf = (id: string): string => id.replace(/^customfield_(\d+)$/, 'cf[$1]');
