import { z } from 'zod';
import { countIssues, EVERY_ISSUE } from '../../jira/issues';
import { JiraError } from '../../jira/jiraError';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { beginSyncAgain } from '../firstSync/firstSync';
import { nextIds } from './idPages';
import { LONGEST_FUNCTION_MS } from '../jobs/longestFunction';
import { markDirty } from '../follow/markDirty';
import { asApp } from '../../site/rateBudget';
import { beginSweep, sweep } from './sweep';
import { forgetChange, ISSUE_TYPE, type ReadingChange, readingAndChange } from '../../site/siteReading';

const REREAD = 'reread';
/** The cursor in the list of issues that a change concerns. Long lists take several hours of rate points. */
const goingOn = z.object({ change: z.number(), token: z.string() });

/**
 * Has issues read again once the way of reading them has changed: another estimate field, the objective's field on its
 * first screen, the time zone, other projects in scope. It waits until no function can be running that reads them the
 * old way.
 *
 * If few issues have the changed field they are marked; else the whole site is read again. A sweep finds what came into
 * scope or left it. Resumes on the next call if time or rate points run out.
 * @returns how many issues were marked
 */
export const rereadAfterChange = async (clock: () => number, until: number): Promise<number> => {
  const now = clock();
  const { change } = await readingAndChange();
  if (change === null || now < change.at + LONGEST_FUNCTION_MS) return 0;
  const { marked, isDone } = await markConcerned(change, clock, until);
  if (!isDone) return marked;
  let swept = 0;
  if (change.scope && marked !== ALL) {
    await beginSweep();
    swept = await sweep(clock, until);
  }
  // The note goes last: after a crash all is done again.
  await forgetChange(change);
  return marked === ALL ? 0 : marked + swept;
};

/** In place of a number of marks: the whole site is read again. */
const ALL = -1;

type Marked = { marked: number; isDone: boolean };

const markConcerned = async (change: ReadingChange, clock: () => number, until: number): Promise<Marked> => {
  if (change.what !== 'everything' && change.what.length === 0) return { marked: 0, isDone: true };
  const jql = change.what === 'everything' ? null : change.what.map(clauseOf).join(' OR ');
  try {
    if (jql !== null) {
      const before = goingOn.safeParse(await readSetting(REREAD)).data;
      const token = before?.change === change.at ? before.token : null;
      if (token !== null || (await areFew(jql))) return await markFound(jql, { change, token }, clock, until);
    }
  } catch (error) {
    // The site no longer has one of the fields.
    if (!(error instanceof JiraError) || error.failure !== 'invalid') throw error;
  }
  await beginSyncAgain(clock());
  return { marked: ALL, isDone: true };
};

/**
 * Whether marking is cheaper than reading the whole site. A marked issue costs three points: it is listed, read, and
 * looked up in the search that tells whether it is archived.
 */
const areFew = async (jql: string): Promise<boolean> => {
  const app = asApp('upkeep');
  return 3 * (await countIssues(app, jql)) <= (await countIssues(app, EVERY_ISSUE));
};

const markFound = async (
  jql: string,
  { change, token }: { change: ReadingChange; token: string | null },
  clock: () => number,
  until: number,
): Promise<Marked> => {
  let [marked, next] = [0, token];
  for (;;) {
    const found = clock() > until ? 'wait' : await nextIds(jql, next, clock());
    if (found === 'wait') return { marked, isDone: false };
    if (found === 'again') {
      next = null;
      continue;
    }
    const ids = found.page.issues.map(({ id }) => id);
    await markDirty(ids, clock());
    marked += ids.length;
    next = found.page.nextPageToken;
    if (next !== null) await writeSetting(REREAD, { change: change.at, token: next });
    else return { marked, isDone: true };
  }
};

/** The issues of a type, or with a field. `customfield_10016` is `cf[10016]` in JQL. */
const clauseOf = (what: string): string =>
  what.startsWith(ISSUE_TYPE)
    ? `issuetype = ${what.slice(ISSUE_TYPE.length)}`
    : `${what.replace(/^customfield_(\d+)$/, 'cf[$1]')} is not EMPTY`;
