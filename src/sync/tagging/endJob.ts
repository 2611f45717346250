import { addAuditLine } from '../../store/runs/auditLines';
import { entryCounts } from '../../store/tagging/entries';
import { finishJob, type TaggingJob } from '../../store/tagging/jobs';

/**
 * Ends a job, or its undoing, with a line in the audit log. The line comes first: after a crash there may be two, but never none. A
 * rule's job only rests: the audit log tells of it once a day.
 */
export const endJob = async (job: TaggingJob, now: number): Promise<void> => {
  if (job.source === 'rule') return finishJob(job, job.undoneNoted, now);
  const { done = 0, undoing = 0, undone = 0 } = (await entryCounts([job.id])).get(job.id) ?? {};
  // Somebody chose more to be undone meanwhile.
  if (undoing > 0) return;
  const { author, to } = job;
  const isUndone = job.state === 'undoing';
  const news = isUndone ? undone - job.undoneNoted : done;
  if (author !== null && to !== null && news > 0) {
    const act = isUndone
      ? ({ what: 'unlinks', issues: news, from: to } as const)
      : ({ what: 'links', issues: news, to } as const);
    await addAuditLine(act, author, now);
  }
  await finishJob(job, undone, now);
};
