import { z } from 'zod';
import { searchIssues } from '../jira/issues';
import { instantOf } from '../jira/toWorkItem';
import { findWorkItems } from '../store/findWorkItems';
import { readSetting, writeSetting } from '../store/settingStore';
import { latestRun } from '../store/syncRuns';
import { mark } from './mark';

const RECONCILED = 'reconciled';
const reconciled = z.number();

/** Looks so much further back than the last time, because Jira's search is seconds behind and clocks differ. */
const OVERLAP_MINUTES = 30;
const MINUTE_MS = 60_000;

/**
 * Marks the issues that changed since this was last done to the end, and whose last change the projection does not have. Says
 * how many. A run that fails leaves its stretch of time to the next one.
 */
export const markRecentlyUpdated = async (now: number): Promise<number> => {
  let marked = 0;
  let token: string | null = null;
  const jql = await changedSinceLast(now);
  do {
    const page = await searchIssues('app', jql, ['updated'], token);
    const projected = new Map(
      (await findWorkItems(page.issues.map(({ id }) => Number(id)))).map(({ id, updated }) => [id, updated]),
    );
    const missed = page.issues
      .filter(({ id, fields }) => projected.get(Number(id)) !== instantOf(fields.updated ?? ''))
      .map(({ id }) => Number(id));
    await mark(missed, now);
    marked += missed.length;
    token = page.nextPageToken;
  } while (token !== null);
  await writeSetting(RECONCILED, now);
  return marked;
};

/** Relative, because Jira reads absolute times in the asking user's zone. */
const changedSinceLast = async (now: number): Promise<string> => {
  const last = reconciled.safeParse(await readSetting(RECONCILED));
  const since = last.success ? last.data : ((await latestRun())?.id ?? now);
  return `updated >= -${Math.ceil((now - since) / MINUTE_MS) + OVERLAP_MINUTES}m ORDER BY id ASC`;
};
