import { sql } from 'kysely';
import { type EstimateCounts, type TypicalEstimate, typicalEstimate } from '../../domain/work/estimate';
import { gatheredBy } from '../../domain/gatheredBy';
import type { WorkFunction } from '../../domain/work/workItem';
import { batches } from '../sql/batches';
import { holdsUnits } from '../blocks/selectCells';
import { unpackEstimates } from '../blocks/packed';
import { database } from '../sql/database';
import type { Row } from '../sql/selectAll';
import { perProject } from '../sql/perProject';
import { workFunctionIds } from './workFunctions';

export type Project = { id: number; key: string; name: string };

export type ProjectState = Project & {
  category: WorkFunction | null;
  /** epoch milliseconds; 0 before the first refresh */
  refreshedAt: number;
  /** the last day of the windows of its figures */
  refreshedDay: number;
  typical: TypicalEstimate;
  /** have its blocks any units? */
  hasUnits: boolean;
};

/** Writes the keys and names of projects, adding those that are new: one statement, or none. */
export const nameProjects = async (projects: readonly Project[]): Promise<void> => {
  if (projects.length === 0) return;
  await database
    .insertInto('project')
    .values(projects.map(({ id, key, name }) => ({ id, project_key: key, name })))
    .onDuplicateKeyUpdate({ project_key: sql`VALUES(project_key)`, name: sql`VALUES(name)` })
    .execute();
};

const PROJECTS_A_STATEMENT = 500;

/** Writes what Jira says of projects themselves, adding those that are new. Their figures are not touched by that. */
export const storeProjects = async (
  projects: readonly (Project & { category: WorkFunction | null })[],
): Promise<void> => {
  for (const batch of batches(projects, PROJECTS_A_STATEMENT)) {
    const ids = await workFunctionIds({ category: batch.flatMap(({ category }) => category ?? []) });
    await database
      .insertInto('project')
      .values(
        batch.map(({ id, key, name, category }) => ({
          id,
          project_key: key,
          name,
          category: category === null ? null : (ids.category.get(category.id) ?? null),
        })),
      )
      .onDuplicateKeyUpdate({
        project_key: sql`VALUES(project_key)`,
        name: sql`VALUES(name)`,
        category: sql`VALUES(category)`,
      })
      .execute();
  }
};

/** What the blocks of a project say of it as a whole. */
export type Summary = {
  id: number;
  typical: TypicalEstimate;
  hasUnits: boolean;
  /** a number that each count of a block raises: of two summaries the one with the higher number saw more */
  basis: number;
};

/** What the blocks of some projects say of them: one statement, by index. */
export const projectSummaries = async (projects: readonly number[]): Promise<Summary[]> => {
  const { rows } = await sql<Row>`
    SELECT b.project, b.refreshed, b.estimates, CASE WHEN ${holdsUnits('b')} THEN 1 ELSE 0 END AS has_units
    FROM block b WHERE b.project IN (${sql.join(projects)})`.execute(database);
  const blocks = gatheredBy(rows, (row) => Number(row.project));
  return projects.map((id) => {
    const of = blocks.get(id) ?? [];
    return {
      id,
      typical: typicalEstimate(together(of.map(({ estimates }) => unpackEstimates(String(estimates))))),
      hasUnits: of.some((row) => Number(row.has_units) === 1),
      basis: of.reduce((sum, { refreshed }) => sum + Number(refreshed), 0),
    };
  });
};

/** How often each estimate occurs in several lists of counts. */
const together = (lists: readonly EstimateCounts[]): EstimateCounts => {
  const counts = new Map<number, number>();
  for (const { estimate, count } of lists.flat()) counts.set(estimate, (counts.get(estimate) ?? 0) + count);
  return [...counts].map(([estimate, count]) => ({ estimate, count }));
};

/** Notes what the blocks of some projects say of them, and when they were counted: one statement. A newer note stays. */
export const storeSummaries = async (
  projects: readonly Summary[],
  at: { now: number; today: number },
): Promise<void> => {
  if (projects.length === 0) return;
  const each = (valueOf: (project: (typeof projects)[number]) => number) =>
    perProject(sql.ref('id'), projects, ({ id }) => id, valueOf);
  const basis = each((project) => project.basis);
  await database
    .updateTable('project')
    .set({
      basis,
      refreshed_at: at.now,
      refreshed_day: at.today,
      median: each(({ typical }) => typical.median),
      low: each(({ typical }) => typical.low),
      high: each(({ typical }) => typical.high),
      failed_recounts: 0,
      set_aside: null,
      has_units: each(({ hasUnits }) => (hasUnits ? 1 : 0)),
    })
    .where(
      'id',
      'in',
      projects.map(({ id }) => id),
    )
    .where('basis', '<=', basis)
    .execute();
};

const states = () =>
  database
    .selectFrom('project as p')
    .leftJoin('work_function as c', 'c.id', 'p.category')
    .selectAll('p')
    .select(['c.jira_id as category_id', 'c.name as category_name']);

const stateFrom = (row: Awaited<ReturnType<ReturnType<typeof states>['execute']>>[number]): ProjectState => ({
  id: Number(row.id),
  key: row.project_key,
  name: row.name,
  category: row.category_id === null ? null : { id: row.category_id, name: row.category_name ?? '' },
  refreshedAt: Number(row.refreshed_at),
  refreshedDay: Number(row.refreshed_day),
  typical: { median: Number(row.median), low: Number(row.low), high: Number(row.high) },
  hasUnits: Number(row.has_units) === 1,
});

export const allProjects = async (): Promise<ProjectState[]> => {
  const rows = await states().orderBy('p.id').execute();
  return rows.map(stateFrom);
};

/** Every project by id, and whether its blocks have any units: less than `allProjects` tells. */
export const projectUnits = async (): Promise<{ id: number; hasUnits: boolean }[]> => {
  const rows = await database.selectFrom('project').select(['id', 'has_units']).orderBy('id').execute();
  return rows.map((row) => ({ id: Number(row.id), hasUnits: Number(row.has_units) === 1 }));
};
