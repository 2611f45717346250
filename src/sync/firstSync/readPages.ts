import { FIRST_STEP, REST, WHOLE } from '../../domain/work/firstReading';
import { WINDOW_DAYS } from '../../domain/time/window';
import type { SyncedItem } from '../../domain/work/workItem';
import { countingFields } from '../../jira/fields';
import { countIssues, type IssuePage, PAGE_SIZE, searchIssues } from '../../jira/issues';
import { JiraError, unlessOfOne } from '../../jira/jiraError';
import { liveAmong } from '../../jira/site';
import { isInScope, type Reading, toWorkItems } from '../../jira/toWorkItem';
import { asApp } from '../../site/rateBudget';
import {
  atStepBegin,
  type ProjectRead,
  projectsAt,
  restartStep,
  type SyncProject,
} from '../../store/runs/syncProgress';
import { noteFailing } from '../compare/failedSearches';
import { OneByOne } from '../jobs/oneByOne';
import { jqlOfStep, jqlOfWindow, type Strata } from './strata';

/** Projects fetched from the store at a time. */
const PROJECTS_A_STATEMENT = 100;
/** Calls to Jira for one write: a project without issues costs a call too. */
const CALLS_A_WRITE = 100;

/** Small projects that one search reads together after the first step, so that few pages are half empty. */
const PROJECTS_A_SEARCH = 50;
/**
 * Jira is asked how many issues the windows need only of projects whose keys go up to this number: it costs a point
 * for each window. Only these are read alone in each step.
 */
const COUNTED_FROM = 1000;

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

/**
 * Reads the pages of a run's step, project by project, each from where it was left. A project over which Jira fails is
 * passed over: whoever reads the step again tries it again, until it is set aside.
 */
export class PageReader {
  private ahead: SyncProject[] = [];
  private readonly alone = new Set<number>();
  private readonly each = new OneByOne();
  private readonly failing: number[] = [];
  private last = 0;
  private isLastFetched = false;

  constructor(
    private readonly at: Pick<SyncProject, 'run' | 'step'>,
    private readonly how: { reading: Reading; strata: Strata; clock: () => number },
  ) {}

  get step(): number {
    return this.at.step;
  }

  /**
   * The next pages, as many as cannot exceed `issues`, but at least one; `null`: all are read.
   * @throws JiraError if only projects are left over which Jira fails
   */
  async gather(issues: number): Promise<Gathered | null> {
    const gathered: Gathered = { items: [], unreadable: [], read: [], calls: 0, refused: null };
    const calls = Math.min(CALLS_A_WRITE, issues);
    while (gathered.calls === 0 || (gathered.items.length + PAGE_SIZE <= issues && gathered.calls < calls)) {
      const projects = await this.current();
      if (projects.length === 0) break;
      try {
        const read = await this.each.attempt(() => this.readPage(projects, gathered));
        if (read !== null) continue;
        await this.passOver(projects);
        gathered.calls += 1;
      } catch (error) {
        // The pages before are written all the same: their rate points are spent.
        if (!(error instanceof JiraError) || gathered.items.length === 0) throw error;
        return { ...gathered, refused: error };
      }
    }
    if (gathered.read.length > 0) return gathered;
    await noteFailing(this.failing, this.each.hasSucceeded);
    if (this.failing.length > 0) this.each.end();
    return null;
  }

  /** Has several projects over which Jira fails read one by one. One alone is left out. */
  private async passOver(projects: readonly SyncProject[]): Promise<void> {
    const [only] = projects;
    if (projects.length > 1) {
      for (const { project } of projects) this.alone.add(project);
      // Their page token is of the search of all.
      if (only?.pageToken != null) await this.restart(projects);
    } else if (only !== undefined) {
      this.failing.push(only.project);
      this.ahead = this.ahead.filter(({ project }) => project !== only.project);
    }
  }

  /** The projects of the next search. Those that one search reads have the same page token. */
  private async current(): Promise<SyncProject[]> {
    if (this.ahead.length === 0 && !this.isLastFetched) {
      this.ahead = await projectsAt(this.at, this.last, PROJECTS_A_STATEMENT);
      this.last = this.ahead.at(-1)?.project ?? this.last;
      this.isLastFetched = this.ahead.length < PROJECTS_A_STATEMENT;
    }
    const [first] = this.ahead;
    if (first === undefined) return [];
    const isAlone = ({ project, needs }: SyncProject) => needs !== null || this.alone.has(project);
    if (this.step === FIRST_STEP || this.step === WHOLE || isAlone(first)) return [first];
    const together = (one: SyncProject) => !isAlone(one) && one.pageToken === first.pageToken;
    return this.ahead.filter(together).slice(0, PROJECTS_A_SEARCH);
  }

  private async readPage(projects: readonly SyncProject[], gathered: Gathered): Promise<void> {
    const page = await this.page(projects, gathered);
    if (page === null) return;
    // An admin may have excluded the project since the run began.
    const inScope = page.issues.filter((issue) => isInScope(issue, this.how.reading));
    const { items, unreadable } = toWorkItems(inScope, this.how.reading);
    gathered.items.push(...items);
    gathered.unreadable.push(...page.unreadable, ...unreadable);
    gathered.calls += 1;
    for (const project of projects) {
      const own = items.filter((item) => item.project === project.project);
      const read: SyncProject = {
        ...project,
        pageToken: page.nextPageToken,
        done: project.done + own.length,
        lastNumber: Math.max(project.lastNumber, ...own.map(({ number }) => number)),
      };
      this.keep(project, await this.counted(read, gathered), gathered);
    }
  }

  /** With how many issues the windows need, if that is worth asking: the first page of several was read. */
  private async counted(project: SyncProject, gathered: Gathered): Promise<SyncProject> {
    const isMany = project.pageToken !== null && project.lastNumber >= COUNTED_FROM;
    if (this.step !== FIRST_STEP || project.needs !== null || !isMany) return project;
    const { strata, clock } = this.how;
    const needs: number[] = [];
    for (const window of WINDOW_DAYS.keys()) {
      const jql = jqlOfWindow(strata, window, project.project, clock());
      const needed = await unlessOfOne(() => countIssues(asApp('sync'), jql));
      gathered.calls += 1;
      if (needed === null) return project;
      needs.push(needed);
    }
    return { ...project, needs };
  }

  private keep(project: SyncProject, read: SyncProject, gathered: Gathered): void {
    const isOver = read.pageToken === null;
    const finished = isOver && this.step >= REST;
    const isSame = ({ project: id }: SyncProject) => id === project.project;
    const before = gathered.read.find(({ from }) => isSame(from));
    // A project without issues needs nothing of elsewhere. One without issues of this step may: its epics, which are all
    // read with the first, may count in the step's window.
    const isEmpty = read.done === 0;
    const to = isOver && !finished ? { ...read, step: this.step + (isEmpty ? 2 : 1) } : read;
    if (before) Object.assign(before, { to, finished });
    else gathered.read.push({ from: project, to, finished });
    this.ahead = isOver ? this.ahead.filter((one) => !isSame(one)) : this.ahead.map((one) => (isSame(one) ? to : one));
  }

  /** `null`: Jira refuses it. What can be read of these projects is then read from the step's first page. */
  private async page(projects: readonly SyncProject[], gathered: Gathered): Promise<IssuePage | null> {
    const { reading, strata, clock } = this.how;
    const ids = projects.map(({ project }) => project);
    const pageToken = projects[0]?.pageToken ?? null;
    const jql = jqlOfStep(strata, this.step, ids, clock());
    try {
      return await searchIssues(asApp('sync'), jql, countingFields(reading.fields, reading.strategy), pageToken);
    } catch (error) {
      if (!(error instanceof JiraError) || error.failure !== 'invalid') throw error;
      gathered.calls += 1;
      // Jira refuses to search archived, trashed and deleted projects: there is nothing to read.
      const live = new Set((await liveAmong(asApp('sync'), ids)).map(({ id }) => id));
      const gone = projects.filter(({ project }) => !live.has(project));
      if (gone.length === 0 && pageToken === null) throw error;
      for (const project of gone) this.keep(project, { ...project, pageToken: null }, gathered);
      if (pageToken !== null) await this.restart(projects.filter(({ project }) => live.has(project)));
      return null;
    }
  }

  /** Page tokens expire after a week. */
  private async restart(projects: readonly SyncProject[]): Promise<void> {
    await restartStep(projects);
    const restarted = new Set(projects.map(({ project }) => project));
    this.ahead = this.ahead.map((one) => (restarted.has(one.project) ? atStepBegin(one) : one));
  }
}
