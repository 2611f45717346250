import type { BulkAnswers, BulkJob, BulkJobs, EntryState } from '../../contract';
import { AppError } from '../../domain/appError';
import { RUN } from '../../domain/work/workItem';
import { timeOf } from '../../store/sql/timedNumber';
import { entriesIn, entryCounts } from '../../store/tagging/entries';
import { jobOf, latestJobs, type TaggingJob } from '../../store/tagging/jobs';

const [FIRST, FURTHER] = [3, 10];
const PAGE = 50;

/** A person's jobs in a project, newest first: the first three, or ten before one. Two statements. */
export const bulkJobs = async (
  { before }: { before: string | null },
  account: string,
  project: number,
): Promise<BulkJobs> => {
  const most = before === null ? FIRST : FURTHER;
  const found = await latestJobs(account, project, most + 1, before === null ? null : Number(before));
  const jobs = found.slice(0, most);
  const counts = await entryCounts(jobs.map(({ id }) => id));
  return {
    jobs: jobs.flatMap((job) => shown(job, counts)),
    next: found.length > most ? String(jobs.at(-1)?.id) : null,
  };
};

/** A job as its page shows it; none that was not started. */
const shown = (
  { id, source, state, to, overwrites, finishedAt }: TaggingJob,
  counts: Awaited<ReturnType<typeof entryCounts>>,
): BulkJob[] =>
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
      ];

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
