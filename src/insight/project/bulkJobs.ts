import type { BulkAnswers, BulkJob, EntryState } from '../../contract';
import { AppError } from '../../domain/appError';
import { RUN } from '../../domain/work/workItem';
import { timeOf } from '../../store/sql/timedNumber';
import { entriesIn, entryCounts } from '../../store/tagging/entries';
import { jobOf, latestJobs } from '../../store/tagging/jobs';

const MOST_SHOWN = 3;
const PAGE = 50;

/** A person's newest jobs in a project, newest first. Two statements. */
export const bulkJobs = async (account: string, project: number): Promise<BulkJob[]> => {
  const jobs = await latestJobs(account, project, MOST_SHOWN);
  const counts = await entryCounts(jobs.map(({ id }) => id));
  return jobs.flatMap(({ id, source, state, to, overwrites, finishedAt }): BulkJob[] =>
    state === 'gathering' || source === 'rule' || to === null
      ? []
      : [
          {
            id: String(id),
            source,
            state,
            to: to === RUN ? { kind: 'run' } : { kind: 'objective', key: to },
            overwrites,
            issues: counts.get(id) ?? {},
            gatheredAt: new Date(timeOf(id)).toISOString(),
            finishedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
          },
        ],
  );
};

/** A page of the issues of a person's job that became the same, by id. Two statements. */
export const bulkAnswers = async (
  { job, became, after }: { job: string; became: EntryState; after: string | null },
  account: string,
  project: number,
): Promise<BulkAnswers> => {
  const theirs = await jobOf(Number(job), account, project);
  if (theirs === null) throw new AppError('notFound', 'There is no such list any more. Reload the page.');
  const entries = await entriesIn(theirs.id, [became], PAGE + 1, Number(after ?? 0));
  const page = entries.slice(0, PAGE);
  return {
    issues: page.map(({ issue }) => ({ id: String(issue) })),
    next: entries.length > PAGE ? String(page.at(-1)?.issue ?? '') : null,
  };
};
