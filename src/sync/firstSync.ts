import type { SyncState } from '../contract';
import type { SyncedItem } from '../domain/workItem';
import { countingFields } from '../jira/fields';
import { countIssues, searchIssues } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { type Reading, toWorkItem } from '../jira/toWorkItem';
import { discoverProjects, discoverSite } from './siteReading';
import {
  beginRun,
  finishRun,
  issuesRead,
  latestRun,
  nextSyncProject,
  restartProject,
  storeProgress,
  type SyncProject,
} from '../store/syncRuns';
import { keep } from './keep';
import { refreshOutdated } from './refresh';

/** Pages are gathered up to this many issues before they are written: few statements, and little to read again after a crash. */
const ISSUES_A_WRITE = 2000;

/** Any issue: Jira wants a bounded query. */
const EVERY_ISSUE = 'project is not EMPTY';

/** Begins to read the whole site: finds its fields and its projects. */
export const beginFirstSync = async (now: number): Promise<void> => {
  await discoverSite();
  const projects = await discoverProjects();
  await beginRun(
    now,
    await countIssues(EVERY_ISSUE),
    projects.map(({ id }) => id),
  );
};

/**
 * Goes on reading where the last call stopped, until all is read or an instant is passed. Says whether all is read.
 * Progress is stored after each write, so a crash costs the pages since then, which are then read again.
 */
export const continueFirstSync = async (clock: () => number, until: number): Promise<boolean> => {
  const run = await latestRun();
  if (run === null || run.finished !== null) return true;
  const reading = await discoverSite();
  for (;;) {
    const project = await nextSyncProject(run.id);
    if (project === null) break;
    await readSome(project, reading, clock());
    if (clock() > until) return false;
  }
  await refreshOutdated(clock(), reading.timeZone);
  await finishRun(run.id, clock());
  return true;
};

/** Reads pages of a project up to one write. */
const readSome = async (project: SyncProject, reading: Reading, now: number): Promise<void> => {
  const items: SyncedItem[] = [];
  let token = project.pageToken;
  try {
    do {
      const page = await searchIssues('app', jqlOf(project), countingFields(reading.fields), token);
      items.push(...page.issues.map((issue) => toWorkItem(issue, reading)));
      token = page.nextPageToken;
    } while (token !== null && items.length < ISSUES_A_WRITE);
  } catch (error) {
    // A token that Jira no longer takes: it holds for a week, and only for the same query.
    if (error instanceof JiraError && error.failure === 'invalid' && token !== null) return restartProject(project);
    throw error;
  }
  await keep(items);
  await storeProgress({ ...project, done: project.done + items.length }, token, now);
};

/** By id, so that an issue which changes while the pages are read neither repeats nor goes missing. */
const jqlOf = ({ project }: SyncProject): string => `project = ${project} ORDER BY id ASC`;

/** How far the first or latest reading of the site is. */
export const syncState = async (): Promise<SyncState> => {
  const run = await latestRun();
  if (run === null) return { state: 'never' };
  if (run.finished !== null) return { state: 'complete', finishedAt: new Date(run.finished).toISOString() };
  const done = await issuesRead(run.id);
  return { state: 'running', done, total: Math.max(run.total, done), startedAt: new Date(run.id).toISOString() };
};
