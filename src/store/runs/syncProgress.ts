import { sql } from 'kysely';
import { WHOLE } from '../../domain/work/firstReading';
import { database } from '../sql/database';
import { perId } from '../sql/perId';
import { SEARCHES_TRIED } from './searchFailures';

/** A run's progress in one project. */
export type SyncProject = {
  project: number;
  run: number;
  /** see `domain/work/firstReading.ts` */
  step: number;
  /** token of the step's next page; `null` before its first */
  pageToken: string | null;
  /** issues read, in all steps */
  done: number;
  /** the number in the key of the last issue read: the highest */
  lastNumber: number;
  /** Jira's count of the issues that each window needs; `null`: not asked */
  needs: readonly number[] | null;
};

/** The steps that a run has left to do, in any of its projects that is not set aside. */
export const stepsLeft = async (run: number): Promise<number[]> => {
  const rows = await database
    .selectFrom('sync_project')
    .select('step')
    .distinct()
    .where('run', '=', run)
    .where('finished', 'is', null)
    .where('failed_searches', '<', sql.lit(SEARCHES_TRIED))
    .execute();
  return rows.map(({ step }) => Number(step));
};

/** A page of the projects in which a run is at a step, by id, after `after`; none that is set aside. */
export const projectsAt = async (
  { run, step }: Pick<SyncProject, 'run' | 'step'>,
  after: number,
  limit: number,
): Promise<SyncProject[]> => {
  const rows = await database
    .selectFrom('sync_project')
    .selectAll()
    .where('run', '=', run)
    .where('step', '=', step)
    .where('finished', 'is', null)
    .where('failed_searches', '<', sql.lit(SEARCHES_TRIED))
    .where('project', '>', after)
    .orderBy('project')
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({
    project: Number(row.project),
    run: Number(row.run),
    step: Number(row.step),
    pageToken: row.page_token,
    done: Number(row.done),
    lastNumber: Number(row.last_number),
    needs: needsFrom(row.needs),
  }));
};

/** The stored counts. */
export const needsFrom = (text: string | null): number[] | null =>
  text === null ? null : (JSON.parse(text) as number[]);

/** What was read of a project, from one state to another. `finished`: to its end */
export type ProjectRead = { from: SyncProject; to: SyncProject; finished: boolean };

/**
 * Stores a run's progress in projects, unless another function has stored progress from the same page meanwhile. One
 * statement.
 */
export const storeProgress = async (read: readonly ProjectRead[], now: number): Promise<void> => {
  const [first] = read;
  if (first === undefined) return;
  const each = eachProject(read, ({ from }) => from.project);
  await unmoved(
    first.from.run,
    read.map(({ from }) => from),
  )
    .set({
      page_token: each(({ to }) => to.pageToken),
      done: each(({ to }) => to.done),
      last_number: each(({ to }) => to.lastNumber),
      needs: each(({ to }) => to.needs && JSON.stringify(to.needs)),
      finished: each(({ finished }) => (finished ? now : null)),
      step: each(({ to }) => to.step),
      failed_searches: 0,
    })
    .execute();
};

/** Projects as they are before the first page of their step. What earlier steps read stays counted. */
export const atStepBegin = <Project extends SyncProject>(project: Project): Project =>
  project.step === WHOLE ? { ...project, pageToken: null, done: 0, lastNumber: 0 } : { ...project, pageToken: null };

/** Forgets a page token that has expired; the step of these projects, one for all, is read from its first page again. */
export const restartStep = async (projects: readonly SyncProject[]): Promise<void> => {
  const [first] = projects;
  if (first === undefined) return;
  const counts = first.step === WHOLE ? { done: 0, last_number: 0 } : {};
  await unmoved(first.run, projects)
    .set({ page_token: null, ...counts })
    .execute();
};

/** Only rows whose progress is still the one read: of two functions that read the same page, one stores it. */
const unmoved = (run: number, projects: readonly SyncProject[]) => {
  const each = eachProject(projects, ({ project }) => project);
  return database
    .updateTable('sync_project')
    .where('run', '=', run)
    .where('finished', 'is', null)
    .where(
      'project',
      'in',
      projects.map(({ project }) => project),
    )
    .where(
      'step',
      '=',
      each(({ step }) => step),
    )
    .where(
      'done',
      '=',
      each(({ done }) => done),
    )
    .where(
      sql`COALESCE(page_token, '')`,
      '=',
      each(({ pageToken }) => pageToken ?? ''),
    );
};

const eachProject =
  <One>(all: readonly One[], projectOf: (one: One) => number) =>
  <Value>(valueOf: (one: One) => Value) =>
    perId(sql`project`, all, projectOf, valueOf);
