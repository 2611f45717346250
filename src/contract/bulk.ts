import type { ChosenSource, EntryState, JobState } from '../domain/tagging/entry';
import type { Answer, Tag } from './common';

export type { EntryState };

/**
 * What could be done with a batch of issues. `editable`: those that the viewer may edit; `tagged`: how many of these
 * carry a tag already, by tag; `subtask`: counted with their parent; `objective`: objectives themselves, and no work
 */
export type BulkBatch = {
  job: string;
  editable: number;
  tagged: Record<string, number>;
  forbidden: number;
  notFound: number;
  subtask: number;
  objective: number;
};

/** A job of the viewer's that was started. `issues`: how many it has, by what became of them */
export type BulkJob = {
  id: string;
  source: ChosenSource;
  state: Exclude<JobState, 'gathering'>;
  to: Tag;
  overwrites: boolean;
  issues: Partial<Record<EntryState, number>>;
  gatheredAt: string;
  finishedAt: string | null;
};

/** Jobs of the viewer's, newest first. `next`: for those before; `null`: there are none */
export type BulkJobs = { jobs: BulkJob[]; next: string | null };

/** Issues of a job that became the same, by id. `next`: for the next page; `null`: this is the last */
export type BulkAnswers = { issues: { id: string }[]; next: string | null };

/** Calls that link many issues of the page's project in the background. Each shows and changes the viewer's own jobs only. */
export type BulkCalls = {
  /**
   * Adds at most 1,000 issues to a job (`null`: to a new one) that waits to be started, after Jira said which of them
   * the viewer may edit.
   */
  gatherBulk: (payload: { job: string | null; source: ChosenSource; issueIds: string[] }) => Answer<BulkBatch>;
  /** Starts a job within an hour. */
  startBulk: (payload: { job: string; to: Tag; overwrites: boolean }) => Answer<{ job: string }>;
  /** The newest three; before a job the next ten. */
  bulkJobs: (payload: { before: string | null }) => Answer<BulkJobs>;
  /** A page of 50. */
  bulkAnswers: (payload: { job: string; became: EntryState; after: string | null }) => Answer<BulkAnswers>;
  /** Takes back what a job did to 1,000 issues, and ends it if it is under way. `isMore`: call again for the others */
  undoBulk: (payload: { job: string }) => Answer<{ isMore: boolean }>;
};
