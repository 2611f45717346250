import type { SyncedItem } from '../../domain/work/workItem';
import { countingFields } from '../../jira/fields';
import { type IssuePage, PAGE_SIZE, searchIssues } from '../../jira/issues';
import { JiraError } from '../../jira/jiraError';
import { liveAmong } from '../../jira/site';
import { isInScope, type Reading, toWorkItems } from '../../jira/toWorkItem';
import { asApp } from '../../site/rateBudget';
import { nextSyncProjects, type ProjectRead, restartProject, type SyncProject } from '../../store/runs/syncRuns';

/** Projects fetched from the store at a time. */
const PROJECTS_A_STATEMENT = 100;
/** Calls to Jira for one write: a project without issues costs a call too. */
const CALLS_A_WRITE = 100;

/** Pages of issues: what to write, and the progress of their projects once that is done. */
export type Gathered = {
  items: SyncedItem[];
  /** issues that could not be parsed: the drain reads them again or sets them aside */
  unreadable: number[];
  read: ProjectRead[];
  calls: number;
  /** Jira's error for the page after these */
  refused: JiraError | null;
};

/** Reads the pages of a run, project by project, each from where it was left. */
export class PageReader {
  private ahead: SyncProject[] = [];
  private last = 0;

  constructor(
    private readonly run: number,
    private readonly reading: Reading,
  ) {}

  /** The next pages, as many as cannot exceed `issues`, but at least one; `null`: all are read. */
  async gather(issues: number): Promise<Gathered | null> {
    const gathered: Gathered = { items: [], unreadable: [], read: [], calls: 0, refused: null };
    const calls = Math.min(CALLS_A_WRITE, issues);
    while (gathered.calls === 0 || (gathered.items.length + PAGE_SIZE <= issues && gathered.calls < calls)) {
      const project = await this.current();
      if (project === null) break;
      try {
        await this.readPage(project, gathered);
      } catch (error) {
        // The pages before are written all the same: their rate points are spent.
        if (!(error instanceof JiraError) || gathered.items.length === 0) throw error;
        return { ...gathered, refused: error };
      }
    }
    return gathered.read.length === 0 ? null : gathered;
  }

  private async current(): Promise<SyncProject | null> {
    if (this.ahead.length === 0) this.ahead = await nextSyncProjects(this.run, this.last, PROJECTS_A_STATEMENT);
    return this.ahead[0] ?? null;
  }

  private async readPage(project: SyncProject, gathered: Gathered): Promise<void> {
    const page = await this.page(project);
    if (page === null) return;
    // An admin may have excluded the project since the run began.
    const inScope = page.issues.filter((issue) => isInScope(issue, this.reading));
    const { items, unreadable } = toWorkItems(inScope, this.reading);
    const to = {
      ...project,
      pageToken: page.nextPageToken,
      done: project.done + items.length,
      lastNumber: Math.max(project.lastNumber, ...items.map(({ number }) => number)),
    };
    const finished = to.pageToken === null;
    gathered.items.push(...items);
    gathered.unreadable.push(...page.unreadable, ...unreadable);
    gathered.calls += 1;
    const before = gathered.read.at(-1);
    if (before?.from.project === project.project) gathered.read.pop();
    gathered.read.push({ from: before?.from.project === project.project ? before.from : project, to, finished });
    this.last = project.project;
    if (finished) this.ahead.shift();
    else this.ahead[0] = to;
  }

  /** `null`: the page token has expired (after a week); the project is read from its first page again. */
  private async page(project: SyncProject): Promise<IssuePage | null> {
    const { pageToken } = project;
    try {
      return await searchIssues(asApp('sync'), jqlOf(project), countingFields(this.reading.fields), pageToken);
    } catch (error) {
      if (!(error instanceof JiraError) || error.failure !== 'invalid') throw error;
      // Jira refuses to search archived, trashed and deleted projects: there is nothing to read.
      if ((await liveAmong(asApp('sync'), [project.project])).length === 0)
        return { issues: [], unreadable: [], nameless: 0, nextPageToken: null };
      if (pageToken === null) throw error;
      await restartProject(project);
      this.ahead[0] = { ...project, pageToken: null, done: 0, lastNumber: 0 };
      return null;
    }
  }
}

/** Ordered by number, so that an issue that changes while pages are read is neither repeated nor missed. */
const jqlOf = ({ project }: SyncProject): string => `project = ${project} ORDER BY key ASC`;
