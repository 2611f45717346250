import { z } from 'zod';
import { PAGE_SIZE, searchIssues, type IssuePage } from '../../jira/issues';
import { JiraError } from '../../jira/jiraError';
import type { JiraIssue } from '../../jira/issue';
import { jiraInstant } from '../../domain/time/jiraInstant';
import { isInScope } from '../../jira/toWorkItem';
import { findWorkItems } from '../../store/work/findWorkItems';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { firstRunBegan } from '../../store/runs/syncRuns';
import { markDirty } from '../follow/markDirty';
import { asApp, roomFor } from '../../site/rateBudget';
import { siteReading } from '../../site/siteReading';
import { MINUTE_MS } from '../../domain/time/milliseconds';

const RECONCILED = 'reconciled';
/**
 * The checkpoint. `until`: changes up to this instant (epoch milliseconds) are known. `going`: a run since then that
 * was cut short, with its next page
 */
const reconciled = z.object({
  until: z.number(),
  going: z.object({ began: z.number(), pageToken: z.string() }).nullable(),
});
type Reconciled = z.infer<typeof reconciled>;

/** Looks back further than the checkpoint, because Jira's search lags by seconds and clocks differ. */
const OVERLAP_MINUTES = 30;

/**
 * Reconciles: marks the issues changed since the checkpoint whose last change the projection lacks. The checkpoint
 * moves only when a run is complete, so a failed run is repeated. A run cut short by time or rate limits is resumed.
 * @returns how many issues were marked
 */
export const markRecentlyUpdated = async (clock: () => number, until: number): Promise<number> => {
  const { points } = await roomFor('upkeep', clock());
  const { until: since, going } = await reconciledSoFar(clock());
  const reading = await siteReading();
  const began = going?.began ?? clock();
  const jql = updatedSince(since, began);
  let [marked, read, token] = [0, 0, going?.pageToken ?? null];
  do {
    if (read >= points || clock() > until) {
      if (token !== null) await writeSetting(RECONCILED, { until: since, going: { began, pageToken: token } });
      return marked;
    }
    const page = await pageOf(jql, token, since);
    if (page === null) return marked;
    await markDirty(page.unreadable, clock());
    marked += await markMissed(
      page.issues.filter((issue) => isInScope(issue, reading)),
      clock(),
    );
    read += PAGE_SIZE;
    token = page.nextPageToken;
  } while (token !== null);
  await writeSetting(RECONCILED, { until: began, going: null } satisfies Reconciled);
  return marked;
};

/** `null`: the page token has expired. The next run begins with the first page. */
const pageOf = async (jql: string, token: string | null, since: number): Promise<IssuePage | null> => {
  try {
    return await searchIssues(asApp('upkeep'), jql, ['updated', 'project'], token);
  } catch (error) {
    if (token === null || !(error instanceof JiraError) || error.failure !== 'invalid') throw error;
    await writeSetting(RECONCILED, { until: since, going: null } satisfies Reconciled);
    return null;
  }
};

const markMissed = async (issues: readonly JiraIssue[], now: number): Promise<number> => {
  const projected = new Map(
    (await findWorkItems(issues.map(({ id }) => Number(id)))).map(({ id, updated }) => [id, updated]),
  );
  const missed = issues
    .filter(({ id, fields }) => projected.get(Number(id)) !== jiraInstant(fields.updated ?? ''))
    .map(({ id }) => Number(id));
  await markDirty(missed, now);
  return missed.length;
};

/** Before any checkpoint, all that changed since the first run began: later runs may have read other projects only. */
const reconciledSoFar = async (now: number): Promise<Reconciled> => {
  const kept = reconciled.safeParse(await readSetting(RECONCILED));
  return kept.success ? kept.data : { until: (await firstRunBegan()) ?? now, going: null };
};

/** Relative, because Jira reads absolute times in the time zone of whoever asks. */
const updatedSince = (since: number, now: number): string =>
  `updated >= -${Math.ceil((now - since) / MINUTE_MS) + OVERLAP_MINUTES}m ORDER BY id ASC`;
