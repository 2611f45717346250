import { AppError } from '../../domain/appError';
import { jobOf, type TaggingJob } from '../../store/tagging/jobs';

/** Who links, and in which project. */
export type Linker = { project: { id: number }; account: string };

export const NO_JOB = 'This was started or deleted meanwhile. Reload the page, and check again what to link.';

/**
 * A person's own job in a project.
 * @throws AppError `notFound` for any other
 */
export const theirJob = async (id: string, { project, account }: Linker): Promise<TaggingJob> => {
  const job = await jobOf(Number(id), account, project.id);
  if (job === null) throw new AppError('notFound', NO_JOB);
  return job;
};
