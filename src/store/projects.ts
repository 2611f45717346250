import { sql } from 'kysely';
import type { EstimateCounts, TypicalEstimate } from '../domain/estimate';
import type { WorkFunction } from '../domain/workItem';
import { batches } from './batches';
import { database } from './database';
import type { Row } from './everyRow';
import { perProject } from './perProject';
import { hasUnitsAt } from './rollups';
import { workFunctionIds } from './workFunctions';

export type Project = { id: number; key: string; name: string };

/** A project whose roll-up is behind, with the version to refresh it to. */
export type OutdatedProject = {
  id: number;
  version: number;
  /** the work items of level 0 and above, and how often each estimate occurs among them */
  items: number;
  estimates: EstimateCounts;
};

export type ProjectState = Project & {
  category: WorkFunction | null;
  /** epoch milliseconds; 0 before the first refresh */
  refreshedAt: number;
  /** the last day of the roll-up's windows */
  refreshedDay: number;
  typical: TypicalEstimate;
  /** has the roll-up any units? */
  hasUnits: boolean;
};

/**
 * Marks projects as changed, adding those that are new: one statement. Every writer calls it before and after it writes, so that
 * a roll-up counted in between, or a crash, leaves the project visibly behind.
 */
export const raiseVersions = async (projects: readonly Project[]): Promise<void> => {
  if (projects.length === 0) return;
  await database
    .insertInto('project')
    .values(projects.map(({ id, key, name }) => ({ id, project_key: key, name, version: 1 })))
    .onDuplicateKeyUpdate({
      project_key: sql`VALUES(project_key)`,
      name: sql`VALUES(name)`,
      version: sql`project.version + 1`,
    })
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

const isBehind = (today: number) => sql<boolean>`(p.refreshed < p.version OR p.refreshed_day < ${today})`;

/** The projects whose roll-up is behind what was written, or ends before today, by id. */
export const outdatedProjects = async (today: number): Promise<number[]> => {
  const rows = await database
    .selectFrom('project as p')
    .select('p.id')
    .where(isBehind(today))
    .orderBy('p.id')
    .execute();
  return rows.map(({ id }) => Number(id));
};

/** Those of the given projects whose roll-up is behind, as of today: one statement. */
export const outdatedAmong = async (projects: readonly number[], today: number): Promise<OutdatedProject[]> => {
  if (projects.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT p.id, p.version, w.estimate, COUNT(w.id) AS items
    FROM project p LEFT JOIN work_item w ON w.project = p.id AND w.level >= 0 AND w.created <= ${today}
    WHERE p.id IN (${sql.join(projects)}) AND ${isBehind(today)}
    GROUP BY p.id, p.version, w.estimate`.execute(database);
  const found = new Map<number, OutdatedProject & { estimates: { estimate: number; count: number }[] }>();
  for (const row of rows) {
    const [id, count] = [Number(row.id), Number(row.items)];
    const project = found.get(id) ?? { id, version: Number(row.version), items: 0, estimates: [] };
    project.items += count;
    if (row.estimate !== null) project.estimates.push({ estimate: Number(row.estimate), count });
    found.set(id, project);
  }
  return [...found.values()];
};

/** How often each estimate occurs in each project among what existed at the end of a day. */
export const estimateCounts = async (asOf: number): Promise<Map<number, EstimateCounts>> => {
  const rows = await database
    .selectFrom('work_item')
    .select(['project', 'estimate', ({ fn }) => fn.countAll().as('count')])
    .where('level', '>=', 0)
    .where('estimate', 'is not', null)
    .where('created', '<=', asOf)
    .groupBy(['project', 'estimate'])
    .execute();
  const counts = new Map<number, { estimate: number; count: number }[]>();
  for (const row of rows) {
    const of = counts.get(Number(row.project)) ?? [];
    of.push({ estimate: Number(row.estimate), count: Number(row.count) });
    counts.set(Number(row.project), of);
  }
  return counts;
};

/** Notes which versions the roll-ups of some projects now hold: one statement. A newer note stays. */
export const storeRefreshed = async (
  projects: readonly (Pick<OutdatedProject, 'id' | 'version'> & { typical: TypicalEstimate })[],
  at: { now: number; today: number },
): Promise<void> => {
  if (projects.length === 0) return;
  const each = (valueOf: (project: (typeof projects)[number]) => number) =>
    perProject(sql.ref('id'), projects, ({ id }) => id, valueOf);
  const version = each((project) => project.version);
  await database
    .updateTable('project')
    .set({
      refreshed: version,
      refreshed_at: at.now,
      refreshed_day: at.today,
      median: each(({ typical }) => typical.median),
      low: each(({ typical }) => typical.low),
      high: each(({ typical }) => typical.high),
      has_units: sql<number>`CASE WHEN ${hasUnitsAt(sql.ref('project.id'), version)} THEN 1 ELSE 0 END`,
    })
    .where(
      'id',
      'in',
      projects.map(({ id }) => id),
    )
    .where('refreshed', '<=', version)
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

/** Every project by id, and whether its roll-up has any units: less than `allProjects` tells. */
export const projectUnits = async (): Promise<{ id: number; hasUnits: boolean }[]> => {
  const rows = await database.selectFrom('project').select(['id', 'has_units']).orderBy('id').execute();
  return rows.map((row) => ({ id: Number(row.id), hasUnits: Number(row.has_units) === 1 }));
};
