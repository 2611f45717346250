import { sql } from 'kysely';
import { ENTRY_STATES, type JobSource, type JobState } from '../../domain/tagging/entry';
import { RUN } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { lookedUp } from '../sql/hints';
import { RUN_ID } from '../sql/storedNumbers';
import { timedNumber } from '../sql/timedNumber';
import { accountIds } from '../work/accounts';

/**
 * A job that gives many issues a tag. `project`: that of the issues; `null`: any; `id`: a timed number, so it tells when the job was begun; `author`: account id,
 * `null`: the person was erased; `to`: an objective's key or `RUN`, `null`: not chosen yet; `isActive`: whether that can
 * be tagged; `undoneNoted`: entries taken back that the audit log tells of
 */
export type TaggingJob = {
  id: number;
  author: string | null;
  project: number | null;
  source: JobSource;
  state: JobState;
  to: string | null;
  title: string;
  isActive: boolean;
  overwrites: boolean;
  issues: number;
  undoneNoted: number;
  finishedAt: number | null;
};

const selectJobs = () =>
  database
    .selectFrom('tagging_job as j')
    .modifyFront(lookedUp('a', 'o'))
    .leftJoin('account as a', 'a.id', 'j.author')
    .leftJoin('objective as o', 'o.id', 'j.target')
    .select(['j.id', 'j.project', 'j.source', 'j.state', 'j.target', 'j.overwrites', 'j.issues', 'j.undone_noted'])
    .select(['j.finished_at', 'a.account_id', 'o.objective_key', 'o.title', 'o.status']);

type JobRow = Awaited<ReturnType<ReturnType<typeof selectJobs>['execute']>>[number];

const jobFrom = (row: JobRow): TaggingJob => {
  const isRun = row.target !== null && Number(row.target) === RUN_ID;
  return {
    id: Number(row.id),
    author: row.account_id,
    project: row.project === null ? null : Number(row.project),
    source: row.source,
    state: row.state,
    to: isRun ? RUN : row.objective_key,
    title: row.title ?? '',
    isActive: isRun || row.status === 'active',
    overwrites: Number(row.overwrites) === 1,
    issues: Number(row.issues),
    undoneNoted: Number(row.undone_noted),
    finishedAt: row.finished_at === null ? null : Number(row.finished_at),
  };
};

/** A job to be made. `target`: an objective's id, or `RUN_ID`; `null`: not chosen yet */
export type NewJob = Pick<TaggingJob, 'project' | 'source' | 'state'> & { target: number | null };

/**
 * Makes a job.
 * @returns its id. One that another process makes in the same moment gets another
 */
export const addJob = async ({ project, source, state, target }: NewJob, by: string, now: number): Promise<number> => {
  const author = (await accountIds([by])).get(by) ?? null;
  for (;;) {
    const id = timedNumber(now);
    const { numInsertedOrUpdatedRows: made = 0n } = await database
      .insertInto('tagging_job')
      .ignore()
      .values({ id, author, project, source, state, target, overwrites: 0, issues: 0, undone_noted: 0 })
      .executeTakeFirstOrThrow();
    if (made > 0n) return id;
  }
};

/** A person's job in a project, none of a rule; `null`: there is none. One statement. */
export const jobOf = async (id: number, by: string, project: number): Promise<TaggingJob | null> => {
  const row = await selectJobs()
    .where('j.id', '=', id)
    .where('j.project', '=', project)
    .where('a.account_id', '=', by)
    .where('j.source', '<>', 'rule')
    .executeTakeFirst();
  return row === undefined ? null : jobFrom(row);
};

/**
 * A person's newest jobs in a project that were started, newest first; none of rules. One statement.
 * @param before the id of a job, only earlier ones than which are told; `null`: from the newest on
 */
export const latestJobs = async (
  by: string,
  project: number,
  limit: number,
  before: number | null,
): Promise<TaggingJob[]> => {
  const rows = await selectJobs()
    .$if(before !== null, (jobs) => jobs.where('j.id', '<', before))
    .where('a.account_id', '=', by)
    .where('j.project', '=', project)
    .where('j.state', '<>', 'gathering')
    .where('j.source', '<>', 'rule')
    .orderBy('j.id', 'desc')
    .limit(sql.lit(limit))
    .execute();
  return rows.map(jobFrom);
};

/**
 * The oldest job with work to do; those of rules come after those of people, in the order of rules, because the first that tags an issue
 * keeps it. `null`: there is none. One statement.
 * @param leftOut ids of jobs to leave out
 */
export const nextJob = async (leftOut: readonly number[] = []): Promise<TaggingJob | null> => {
  const row = await selectJobs()
    .leftJoin('tag_rule as r', 'r.id', 'j.id')
    .where('j.state', 'in', ['running', 'undoing'])
    .$if(leftOut.length > 0, (jobs) => jobs.where('j.id', 'not in', leftOut))
    .orderBy(sql`CASE WHEN j.source = 'rule' THEN 1 ELSE 0 END`)
    .orderBy(sql`CASE WHEN r.project IS NULL THEN 0 ELSE 1 END`)
    .orderBy('r.place')
    .orderBy('j.id')
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row === undefined ? null : jobFrom(row);
};

/**
 * Takes more issues into a job that is being gathered, unless it would have more than `most`.
 * @returns whether it took them
 */
export const takeIssues = async (id: number, more: number, most: number): Promise<boolean> => {
  const { numUpdatedRows } = await database
    .updateTable('tagging_job')
    .set({ issues: sql`issues + ${more}` })
    .where('id', '=', id)
    .where('state', '=', 'gathering')
    .where('issues', '<=', most - more)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/**
 * Starts a job that was gathered.
 * @param target an objective's id, or `RUN_ID`
 * @returns whether it was started; one that was started before is not
 */
export const startJob = async (id: number, target: number, overwrites: boolean): Promise<boolean> => {
  const { numUpdatedRows } = await database
    .updateTable('tagging_job')
    .set({ state: 'running', target, overwrites: overwrites ? 1 : 0 })
    .where('id', '=', id)
    .where('state', '=', 'gathering')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Ends a job, or its undoing, unless its state changed meanwhile or somebody chose more of it to be undone. */
export const finishJob = async (
  { id, state }: Pick<TaggingJob, 'id' | 'state'>,
  undoneNoted: number,
  now: number,
): Promise<void> => {
  const undoing = ENTRY_STATES.indexOf('undoing');
  await database
    .updateTable('tagging_job')
    .set({ state: 'finished', finished_at: now, undone_noted: undoneNoted })
    .where('id', '=', id)
    .where('state', '=', state)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tagging_entry e WHERE e.job = ${id} AND e.state = ${undoing})`)
    .execute();
};

/** Lets the entries of a finished job be undone that were chosen for it. */
export const startUndoing = async (id: number): Promise<void> => {
  await database
    .updateTable('tagging_job')
    .set({ state: 'undoing' })
    .where('id', '=', id)
    .where('state', '=', 'finished')
    .execute();
};

/**
 * Up to `limit` jobs begun before a timed number: those that were never started, or all that are not under way. None of a rule that is
 * still there.
 */
export const jobsBefore = async (timed: number, which: 'gathering' | 'finished', limit: number): Promise<number[]> => {
  const rows = await database
    .selectFrom('tagging_job')
    .select('id')
    .where('state', '=', which)
    .where('id', '<', timed)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tag_rule r WHERE r.id = tagging_job.id)`)
    .orderBy('id')
    .limit(sql.lit(limit))
    .execute();
  return rows.map(({ id }) => Number(id));
};

export const deleteJob = async (id: number): Promise<void> => {
  await database.deleteFrom('tagging_job').where('id', '=', id).execute();
};
