import { sql } from 'kysely';
import { database } from './database';

/** A reading of the whole site. `id` is the instant it began (epoch milliseconds); `total` is Jira's estimate of the issues. */
export type SyncRun = { id: number; total: number; finished: number | null };

/** How far a run is in a project: the token of the next page (`null` before the first), and how many issues were read. */
export type SyncProject = { project: number; run: number; pageToken: string | null; done: number };

export const latestRun = async (): Promise<SyncRun | null> => {
  const row = await database.selectFrom('sync_run').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row ? { id: Number(row.id), total: Number(row.total), finished: numberOrNull(row.finished) } : null;
};

/** Begins a run over projects. What an earlier run still had to do in them, this one does. */
export const beginRun = async (id: number, total: number, projects: readonly number[]): Promise<void> => {
  if (projects.length > 0) {
    await database
      .insertInto('sync_project')
      .values(projects.map((project) => ({ project, run: id, page_token: null, done: 0, finished: null })))
      .onDuplicateKeyUpdate({
        run: sql`VALUES(run)`,
        page_token: sql`VALUES(page_token)`,
        done: sql`VALUES(done)`,
        finished: sql`VALUES(finished)`,
      })
      .execute();
  }
  await database
    .insertInto('sync_run')
    .values({ id, total, finished: null })
    .onDuplicateKeyUpdate({ total: sql`VALUES(total)` })
    .execute();
};

/** The next project in which a run still has pages to read. */
export const nextSyncProject = async (run: number): Promise<SyncProject | null> => {
  const row = await database
    .selectFrom('sync_project')
    .selectAll()
    .where('run', '=', run)
    .where('finished', 'is', null)
    .orderBy('project')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { project: Number(row.project), run: Number(row.run), pageToken: row.page_token, done: Number(row.done) }
    : null;
};

/** Notes that pages were read: the next token, or with `null` that the project is finished at `now`. */
export const storeProgress = async (
  { project, run, done }: SyncProject,
  nextPageToken: string | null,
  now: number,
): Promise<void> => {
  await database
    .updateTable('sync_project')
    .set({ page_token: nextPageToken, done, finished: nextPageToken === null ? now : null })
    .where('project', '=', project)
    .where('run', '=', run)
    .execute();
};

/** Forgets a page token that Jira no longer takes; the project is read from its first page again. */
export const restartProject = async ({ project, run }: SyncProject): Promise<void> => {
  await database
    .updateTable('sync_project')
    .set({ page_token: null, done: 0 })
    .where('project', '=', project)
    .where('run', '=', run)
    .execute();
};

export const finishRun = async (id: number, now: number): Promise<void> => {
  await database.updateTable('sync_run').set({ finished: now }).where('id', '=', id).execute();
};

/** How many issues a run has read. */
export const issuesRead = async (run: number): Promise<number> => {
  const row = await database
    .selectFrom('sync_project')
    .select(({ fn }) => fn.sum('done').as('done'))
    .where('run', '=', run)
    .executeTakeFirst();
  return Number(row?.done ?? 0);
};

const numberOrNull = (value: number | null): number | null => (value === null ? null : Number(value));
