import { sql } from 'kysely';
import { RUN, type Facet, type Outcome } from '../domain/workItem';
import { database } from './database';
import { everyRow, type Row } from './everyRow';
import { outcomeId } from './outcomes';
import { OUTCOMES, RUN_ID } from './storedNumbers';

/** What the projection holds of one work item, for comparing it with Jira. */
export type Projected = {
  id: number;
  project: number;
  parent: number | null;
  level: number;
  outcome: Outcome;
  tag: string | null;
  serves: string | null;
  source: number | null;
  /** epoch milliseconds */
  updated: number;
};

export const findWorkItems = async (ids: readonly number[]): Promise<Projected[]> => {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom('work_item as w')
    .leftJoin('objective as t', 't.id', 'w.tag')
    .leftJoin('objective as o', 'o.id', 'w.objective')
    .select(['w.id', 'w.project', 'w.parent', 'w.level', 'w.outcome', 'w.tag', 'w.objective', 'w.source', 'w.updated'])
    .select(['t.objective_key as tag_key', 'o.objective_key as served_key'])
    .where('w.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: Number(row.id),
    project: Number(row.project),
    parent: row.parent === null ? null : Number(row.parent),
    level: Number(row.level),
    outcome: OUTCOMES[Number(row.outcome)] ?? 'todo',
    tag: row.tag !== null && Number(row.tag) === RUN_ID ? RUN : row.tag_key,
    serves: row.objective !== null && Number(row.objective) === RUN_ID ? RUN : row.served_key,
    source: row.source === null ? null : Number(row.source),
    updated: Number(row.updated),
  }));
};

/** The ids of the work items above one, as the projection has it, at most so many: one statement. Cycles end, because UNION drops repeats. */
export const idsAbove = async (id: number, limit: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE above (id) AS (
      SELECT parent FROM work_item WHERE id = ${id} AND parent IS NOT NULL
      UNION
      SELECT /*+ INL_JOIN(w) */ w.parent FROM above a JOIN work_item w ON w.id = a.id WHERE w.parent IS NOT NULL
    )
    SELECT id FROM above LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map((row) => Number(row.id));
};

/** How many work items the projection holds of each project: one statement, which goes through an index and no rows. */
export const countsByProject = async (): Promise<Map<number, number>> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective), STREAM_AGG() */ w.project, COUNT(*) AS total
    FROM work_item w GROUP BY w.project`.execute(database);
  return new Map(rows.map((row) => [Number(row.project), Number(row.total)]));
};

/** The ids of a project's work items: one statement for each hundred thousand. */
export const idsOfProject = async (project: number): Promise<number[]> => {
  const rows = await everyRow({
    columns: { id: sql.ref('w.id') },
    from: sql`work_item w`,
    where: sql`w.project = ${project}`,
    keys: ['id'],
    index: { table: 'w', name: 'work_item_by_objective' },
  });
  return rows.map(({ id }) => Number(id));
};

/** The ids of some of a project's work items, at most so many. */
export const someOfProject = async (project: number, limit: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM work_item WHERE project = ${project} LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ id }) => Number(id));
};

/** The ids of work items of level 0 and above that name a parent which is not there, at most so many: one statement. */
export const orphans = async (limit: number): Promise<number[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ INL_JOIN(w) */ w.id FROM block b JOIN work_item w ON w.block = b.id
    WHERE b.unknown_parents > 0 AND w.orphan = 1 AND w.level >= 0
    ORDER BY w.id LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ id }) => Number(id));
};

/** Is a work item of level 1 or above broken down: does something that is not dropped name it as its parent? */
export const isBrokenDown = async (id: number): Promise<boolean> => {
  const child = await database
    .selectFrom('work_item')
    .select('id')
    .where('parent', '=', id)
    .where('level', '>=', 0)
    .where('outcome', '<>', outcomeId('dropped'))
    .limit(sql.lit(1))
    .executeTakeFirst();
  return child !== undefined;
};

/** For each facet that a project's work items carry, the newest work item that carries it, newest first. */
export const facetExamples = async (project: number): Promise<{ facet: Facet; example: number }[]> => {
  const rows = await database
    .selectFrom('work_item')
    .select(({ fn }) => ['facets', fn.max('id').as('example')])
    .where('project', '=', project)
    .where('level', '>=', 0)
    .where('facets', '<>', ' ')
    .groupBy('facets')
    .execute();
  const examples = new Map<Facet, number>();
  for (const row of rows) {
    for (const facet of row.facets.trim().split(' ') as Facet[]) {
      examples.set(facet, Math.max(examples.get(facet) ?? 0, Number(row.example)));
    }
  }
  return [...examples].map(([facet, example]) => ({ facet, example })).sort((a, b) => b.example - a.example);
};
