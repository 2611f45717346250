import { z } from 'zod';
import { PAGE_SIZE, searchIssues, type IssuePage } from '../../jira/issues';
import { JiraError, unlessOfOne } from '../../jira/jiraError';
import type { JiraIssue } from '../../jira/issue';
import { jiraInstant } from '../../domain/time/jiraInstant';
import { isInScope } from '../../jira/toWorkItem';
import { findWorkItems } from '../../store/work/findWorkItems';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { firstRunBegan } from '../../store/runs/syncRuns';
import { unsearchable } from '../../store/runs/searchFailures';
import { markDirty } from '../follow/markDirty';
import { isolateFailures } from '../jobs/isolateFailures';
import { comparedProjects } from './compareIds';
import { noteFailing } from './failedSearches';
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
 * moves only when a run is complete, so a failed run is repeated. A run cut short by time or rate limits is resumed. If
 * Jira fails over one project, the others are reconciled without it.
 * @returns how many issues were marked
 */
export const markRecentlyUpdated = async (clock: () => number, until: number): Promise<number> => {
  const { until: since, going } = await reconciledSoFar(clock());
  const began = going?.began ?? clock();
  const aside = [...(await unsearchable())];
  const search = { since, began, clock, until, points: (await roomFor('upkeep', clock())).points };
  const whole = await unlessOfOne(() =>
    markChanged({ ...search, projects: aside.length === 0 ? null : { not: aside }, token: going?.pageToken ?? null }),
  );
  const { marked, next } = whole ?? (await markByProjects(search));
  if (next === null) await writeSetting(RECONCILED, { until: began, going: null } satisfies Reconciled);
  else if (next !== 'again') await writeSetting(RECONCILED, { until: since, going: { began, pageToken: next } });
  return marked;
};

type Search = { since: number; began: number; clock: () => number; until: number; points: number };

/** `next`: the page to go on with; `again`: the run is to be repeated; `null`: it is complete */
type Reconciling = { marked: number; next: string | null };

const markChanged = async ({
  projects,
  token: from,
  ...search
}: Search & { projects: Projects; token: string | null }): Promise<Reconciling> => {
  const { since, began, clock, until, points } = search;
  const reading = await siteReading();
  let [marked, read, token] = [0, 0, from];
  do {
    if (read >= points || clock() > until) return { marked, next: token ?? 'again' };
    const page = await pageOf(updatedSince(since, began, projects), token, since);
    if (page === null) return { marked, next: 'again' };
    await markDirty(page.unreadable, clock());
    marked += await markMissed(
      page.issues.filter((issue) => isInScope(issue, reading)),
      clock(),
    );
    read += PAGE_SIZE;
    token = page.nextPageToken;
  } while (token !== null);
  return { marked, next: null };
};

/** Finds the projects over which Jira fails by halving, and reconciles the others. */
const markByProjects = async (search: Search): Promise<Reconciling> => {
  let [marked, isComplete] = [0, true];
  const reconcile = async (projects: readonly number[]): Promise<void> => {
    const found = await markChanged({ ...search, projects: { in: projects }, token: null });
    marked += found.marked;
    isComplete &&= found.next === null;
  };
  const { refused, left } = await isolateFailures(await comparedProjects(), reconcile);
  await noteFailing(
    refused.map(({ one }) => one),
    true,
  );
  return { marked, next: isComplete && left.length === 0 ? null : 'again' };
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
const updatedSince = (since: number, now: number, projects: Projects): string => {
  const updated = `updated >= -${Math.ceil((now - since) / MINUTE_MS) + OVERLAP_MINUTES}m`;
  return `${[updated, ...withinProjects(projects)].join(' AND ')} ORDER BY id ASC`;
};

/** Which projects a search names; `null`: all */
type Projects = { in: readonly number[] } | { not: readonly number[] } | null;

const withinProjects = (projects: Projects): string[] => {
  if (projects === null) return [];
  return 'in' in projects
    ? [`project in (${projects.in.join(', ')})`]
    : [`project not in (${projects.not.join(', ')})`];
};
