import { sql } from 'kysely';
import type { EstimateCounts, TypicalEstimate } from '../domain/estimate';
import { database } from './database';

export type Project = { id: number; key: string };

/** A project whose roll-up is behind, with the version to refresh it to. */
export type OutdatedProject = { id: number; version: number };

export type ProjectState = Project & {
  /** epoch milliseconds; 0 before the first refresh */
  refreshedAt: number;
  /** the last day of the roll-up's windows */
  refreshedDay: number;
  typical: TypicalEstimate;
};

/**
 * Marks projects as changed, adding those that are new: one statement. Every writer calls it before and after it writes, so that
 * a roll-up counted in between, or a crash, leaves the project visibly behind.
 */
export const raiseVersions = async (projects: readonly Project[]): Promise<void> => {
  if (projects.length === 0) return;
  await database
    .insertInto('project')
    .values(projects.map(({ id, key }) => ({ id, project_key: key, version: 1 })))
    .onDuplicateKeyUpdate({ project_key: sql`VALUES(project_key)`, version: sql`project.version + 1` })
    .execute();
};

/** Of the given projects (of all without them) those whose roll-up is behind what was written, or ends before today. */
export const outdatedProjects = async (today: number, among?: readonly number[]): Promise<OutdatedProject[]> => {
  if (among?.length === 0) return [];
  const rows = await database
    .selectFrom('project')
    .select(['id', 'version'])
    .where((where) => where.or([where('refreshed', '<', where.ref('version')), where('refreshed_day', '<', today)]))
    .$if(among !== undefined, (query) => query.where('id', 'in', among ?? []))
    .orderBy('id')
    .execute();
  return rows.map(({ id, version }) => ({ id: Number(id), version: Number(version) }));
};

/** How often each estimate occurs in a project (in all of them without one) among what existed at the end of a day. */
export const estimateCounts = async (asOf: number, project?: number): Promise<Map<number, EstimateCounts>> => {
  const rows = await database
    .selectFrom('work_item')
    .select(['project', 'estimate', ({ fn }) => fn.countAll().as('count')])
    .where('level', '>=', 0)
    .where('estimate', 'is not', null)
    .where('created', '<=', asOf)
    .$if(project !== undefined, (query) => query.where('project', '=', project ?? 0))
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

/** Notes that a project's roll-up now holds a version; a newer note stays. */
export const storeRefreshed = async (
  { id, version }: OutdatedProject,
  { median, low, high }: TypicalEstimate,
  at: { now: number; today: number },
): Promise<void> => {
  await database
    .updateTable('project')
    .set({ refreshed: version, refreshed_at: at.now, refreshed_day: at.today, median, low, high })
    .where('id', '=', id)
    .where('refreshed', '<=', version)
    .execute();
};

const stateFrom = (row: Record<string, unknown> & { project_key: string }): ProjectState => ({
  id: Number(row.id),
  key: row.project_key,
  refreshedAt: Number(row.refreshed_at),
  refreshedDay: Number(row.refreshed_day),
  typical: { median: Number(row.median), low: Number(row.low), high: Number(row.high) },
});

export const findProject = async (id: number): Promise<ProjectState | null> => {
  const row = await database.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? stateFrom(row) : null;
};

export const allProjects = async (): Promise<ProjectState[]> => {
  const rows = await database.selectFrom('project').selectAll().orderBy('id').execute();
  return rows.map(stateFrom);
};
