import type { BulkBatch } from '../../contract';
import { AppError } from '../../domain/appError';
import { MOST_IN_JOB } from '../../domain/callLimits';
import type { ChosenSource, EntryState } from '../../domain/tagging/entry';
import { visitorPermissions, type VisitorPermissions } from '../../jira/permissions';
import { addEntries } from '../../store/tagging/entries';
import { addJob, takeIssues } from '../../store/tagging/jobs';
import { findWorkItems, type Projected } from '../../store/work/findWorkItems';
import { NO_JOB, theirJob, type Linker } from './theirJob';

export type Gathering = { job: string | null; source: ChosenSource; issueIds: readonly string[] };

/** A job whose target is chosen when it is started. */
const NEW = { state: 'gathering', target: null } as const;

/**
 * Gathers issues of a project for a job, which somebody then starts, or not. Jira says of each whether the person may
 * edit it, before it enters the job. One call to Jira.
 * @returns what could be done with these issues. One of another project is answered like one that is not there.
 */
export const gatherBulk = async ({ job, source, issueIds }: Gathering, by: Linker, now: number): Promise<BulkBatch> => {
  const ids = [...new Set(issueIds.map(Number))];
  const permissions = await visitorPermissions([], ids);
  const stored = new Map((await findWorkItems(ids)).map((item) => [item.id, item]));
  const entries = ids.map((issue) => ({ issue, state: stateOf(issue, stored.get(issue), by, permissions) }));
  const id =
    job === null
      ? await addJob({ ...NEW, project: by.project.id, source }, by.account, now)
      : (await theirJob(job, by)).id;
  if (!(await takeIssues(id, ids.length, MOST_IN_JOB))) throw await whyNot(id, by);
  await addEntries(id, entries);

  const count = (wanted: EntryState): number => entries.filter(({ state }) => state === wanted).length;
  const tagged: Record<string, number> = {};
  for (const { issue, state } of entries) {
    const tag = state === 'waiting' ? (stored.get(issue)?.tag ?? null) : null;
    if (tag !== null) tagged[tag] = (tagged[tag] ?? 0) + 1;
  }
  return {
    job: String(id),
    editable: count('waiting'),
    tagged,
    forbidden: count('forbidden'),
    notFound: count('notFound'),
    subtask: count('subtask'),
    objective: count('objective'),
  };
};

const stateOf = (
  issue: number,
  stored: Projected | undefined,
  { project }: Linker,
  { visible, editable }: VisitorPermissions,
): EntryState => {
  if (!visible.has(issue) || stored?.project !== project.id) return 'notFound';
  if (stored.own !== null) return 'objective';
  if (stored.level < 0) return 'subtask';
  return editable.has(issue) ? 'waiting' : 'forbidden';
};

/** Why a job takes no more issues. */
const whyNot = async (id: number, by: Linker): Promise<AppError> => {
  const job = await theirJob(String(id), by);
  return job.state === 'gathering'
    ? new AppError('invalid', `At most ${MOST_IN_JOB} issues are linked at once. Narrow what you look for.`)
    : new AppError('conflict', NO_JOB);
};
