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
import { forgetChange, type ReadingChange, readingAndChange } from '../../site/siteReading';

const REREAD = 'reread';
/** How far the list of the issues that a change concerns was read: several hours, where they are more than an hour's rate points. */
const goingOn = z.object({ change: z.number(), token: z.string() });

/**
 * Once the way in which issues are read has changed (another estimate field, the objective's field on its first screen, the site's
 * time zone, other projects in scope): sees to it that the issues that it concerns are read again. Those are few where only some have
 * the field, and then they are marked; else the whole site is read again. What came into scope or left it a sweep finds. Says how many
 * were marked. Goes on the next time where an instant is passed or the rate points of the hour are spent.
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
  // Last: after a crash before that, all of it is done again.
  await forgetChange(change);
  return marked === ALL ? 0 : marked + swept;
};

/** The whole site is read again instead. */
const ALL = -1;

type Marked = { marked: number; isDone: boolean };

const markConcerned = async (change: ReadingChange, clock: () => number, until: number): Promise<Marked> => {
  if (change.what !== 'everything' && change.what.length === 0) return { marked: 0, isDone: true };
  const jql =
    change.what === 'everything' ? null : change.what.map((id) => `${clauseOf(id)} is not EMPTY`).join(' OR ');
  try {
    if (jql !== null) {
      const before = goingOn.safeParse(await readSetting(REREAD)).data;
      const token = before?.change === change.at ? before.token : null;
      if (token !== null || (await areFew(jql))) return await markFound(jql, { change, token }, clock, until);
    }
  } catch (error) {
    // A field that the site has no longer.
    if (!(error instanceof JiraError) || error.failure !== 'invalid') throw error;
  }
  await beginSyncAgain(clock());
  return { marked: ALL, isDone: true };
};

/** So few that reading the whole site costs more: each is found, read, and looked for among what is not archived. */
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
  do {
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
  } while (true);
};

/** `customfield_10016` is `cf[10016]` in JQL. */
const clauseOf = (id: string): string => id.replace(/^customfield_(\d+)$/, 'cf[$1]');
