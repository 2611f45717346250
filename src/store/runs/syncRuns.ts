import { type Selectable, sql } from 'kysely';
import { batches } from '../../domain/batches';
import { type ReadSoFar, WHOLE } from '../../domain/work/firstReading';
import { database } from '../sql/database';
import type { SyncRunTable } from '../sql/runningTables';
import { SEARCHES_TRIED } from './searchFailures';
import { needsFrom } from './syncProgress';

/**
 * A sync run: one reading of the whole site, or of new projects. `id`: when it began (epoch milliseconds), `total`:
 * Jira's estimate of its issues
 */
export type SyncRun = {
  id: number;
  total: number;
  /** until when Jira's rate limits hold it back */
  waitingUntil: number | null;
  /** issues an hour that those limits allow; `null`: they have not held it back */
  hourly: number | null;
  finished: number | null;
  /** projects that were set aside before they were read, as it finished: Jira fails to search them */
  unread: number;
  /** when any run was last finished; `null`: none ever was */
  everFinished: number | null;
};

export const latestRun = async (): Promise<SyncRun | null> => {
  const { rows } = await sql<Selectable<SyncRunTable> & { ever_finished: number | null }>`
    SELECT r.*, (SELECT MAX(f.finished) FROM sync_run f) AS ever_finished
    FROM sync_run r ORDER BY r.id DESC LIMIT 1`.execute(database);
  return (
    rows.map((row) => ({
      id: Number(row.id),
      total: Number(row.total),
      waitingUntil: numberOrNull(row.waiting_until),
      hourly: numberOrNull(row.hourly),
      finished: numberOrNull(row.finished),
      unread: Number(row.unread),
      everFinished: numberOrNull(row.ever_finished),
    }))[0] ?? null
  );
};

/** When the first run of all began (epoch milliseconds); `null`: none did. */
export const firstRunBegan = async (): Promise<number | null> => {
  const row = await database
    .selectFrom('sync_run')
    .select((run) => run.fn.min('id').as('began'))
    .executeTakeFirst();
  return numberOrNull(row?.began ?? null);
};

const PROJECTS_A_STATEMENT = 1000;

/**
 * Begins a run over projects. It takes over what earlier runs had left to do in them.
 * @param step with which it begins in each, see `domain/work/firstReading.ts`
 */
export const beginRun = async (id: number, total: number, projects: readonly number[], step: number): Promise<void> => {
  for (const some of batches(projects, PROJECTS_A_STATEMENT)) {
    await database
      .insertInto('sync_project')
      .values(some.map((project) => ({ ...unread(project), run: id, step })))
      .onDuplicateKeyUpdate({
        run: sql`VALUES(run)`,
        step: sql`VALUES(step)`,
        needs: sql`VALUES(needs)`,
        page_token: sql`VALUES(page_token)`,
        done: sql`VALUES(done)`,
        last_number: sql`VALUES(last_number)`,
        finished: sql`VALUES(finished)`,
      })
      .execute();
  }
  await database
    .insertInto('sync_run')
    .values({ id, total, waiting_until: null, hourly: null, finished: null })
    .onDuplicateKeyUpdate({ total: sql`VALUES(total)` })
    .execute();
};

/** Notes that rate limits hold a run back, until when, and how many issues an hour they allow. */
export const storeWaiting = async (run: number, waitingUntil: number, hourly: number | null): Promise<void> => {
  await database
    .updateTable('sync_run')
    .set({ waiting_until: waitingUntil, ...(hourly === null ? {} : { hourly }) })
    .where('id', '=', run)
    .execute();
};

export const storeGoingOn = async (run: number): Promise<void> => {
  await database.updateTable('sync_run').set({ waiting_until: null }).where('id', '=', run).execute();
};

export const finishRun = async (id: number, now: number): Promise<void> => {
  const unread = sql<number>`(SELECT COUNT(*) FROM sync_project p WHERE p.finished IS NULL AND p.failed_searches >= ${sql.lit(SEARCHES_TRIED)})`;
  await database.updateTable('sync_run').set({ finished: now, unread }).where('id', '=', id).execute();
};

/** A project that the app follows. `run`: the run that has read it, or will */
export type FollowedProject = ReadSoFar & {
  project: number;
  run: number;
  /** whether it is set aside, because Jira fails to search it */
  isSetAside: boolean;
};

/** All projects of which work items may be stored. */
export const followedProjects = async (): Promise<FollowedProject[]> => {
  const rows = await database
    .selectFrom('sync_project')
    .select(['project', 'run', 'step', 'done', 'needs', 'finished', 'failed_searches'])
    .orderBy('project')
    .execute();
  return rows.map(({ project, run, step, done, needs, finished, failed_searches: failed }) => ({
    project: Number(project),
    run: Number(run),
    step: Number(step),
    done: Number(done),
    needs: needsFrom(needs),
    wasRead: finished !== null,
    isSetAside: Number(failed) >= SEARCHES_TRIED,
  }));
};

/** In `run`: no run has taken the project up yet. */
const NO_RUN = 0;

/** Notes projects that are still to be read, unless they are known. Called before anything of them is stored. */
export const noteUnread = async (projects: readonly number[]): Promise<void> => {
  if (projects.length === 0) return;
  await database.insertInto('sync_project').ignore().values(projects.map(unread)).execute();
};

/** Notes that projects are to be read again if they come back. Called before their work is removed. */
export const forgetRead = async (projects: readonly number[]): Promise<void> => {
  if (projects.length === 0) return;
  await database
    .updateTable('sync_project')
    .set({ ...UNREAD, run: NO_RUN })
    .where('project', 'in', projects)
    .execute();
};

/** Forgets a project whose work is removed, unless a run has taken it up meanwhile. */
export const unfollow = async (project: number): Promise<void> => {
  await database.deleteFrom('sync_project').where('project', '=', project).where('run', '=', NO_RUN).execute();
};

const UNREAD = {
  ...{ step: WHOLE, page_token: null, done: 0, last_number: 0, needs: null, finished: null },
  failed_searches: 0,
};

const unread = (project: number) => ({ project, run: NO_RUN, ...UNREAD });

export const lastFinishedRun = async (): Promise<{ began: number; finished: number; total: number } | null> => {
  const row = await database
    .selectFrom('sync_run')
    .select(['id', 'total', 'finished'])
    .where('finished', 'is not', null)
    .orderBy('finished', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row ? { began: Number(row.id), finished: Number(row.finished), total: Number(row.total) } : null;
};

const numberOrNull = (value: number | null): number | null => (value === null ? null : Number(value));
