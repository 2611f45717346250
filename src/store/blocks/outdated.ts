import { sql } from 'kysely';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { RECOUNTS_TRIED } from '../runs/setAside';

/** A block to be counted, with the version to count it at. */
export type OutdatedBlock = { id: number; project: number; serves: number; version: number; items: number };

/** A project that is out of date, with its blocks to be counted: none if they are only to be added up. */
export type OutdatedProject = { id: number; blocks: OutdatedBlock[] };

/** Whether a block's items were written since it was counted, or its figures change on or before a day. */
const blockIsOutdated = (today: number) => sql<boolean>`(b.refreshed < b.version OR b.due <= ${today})`;

/** Keeps TiDB from reading the blocks of all projects to find those of a few. */
const OF_PROJECTS = sql.raw('/*+ INL_JOIN(b), USE_INDEX(b, block_by_project) */');

/**
 * Whether a project `p` has such a block, its figures end before a day, or its blocks were counted and not added up. The last is what
 * a crash leaves between the two: `basis` is then below the sum of its blocks' `refreshed`.
 * @param among the projects in question, so that only their blocks are read; without it all
 */
export const isOutdated = (today: number, among?: readonly number[]) => sql<boolean>`(
  p.refreshed_day < ${today} OR p.id IN (
    SELECT ${among === undefined ? sql`` : OF_PROJECTS} b.project FROM block b JOIN project q ON q.id = b.project
    ${among === undefined ? sql`` : sql`WHERE b.project IN (${sql.join(among)})`}
    GROUP BY b.project, q.basis
    HAVING SUM(b.refreshed) > q.basis OR MAX(CASE WHEN ${blockIsOutdated(today)} THEN 1 ELSE 0 END) = 1))`;

/** Whether a project `p` is not set aside: counting it did not fail too often. */
const isTried = sql<boolean>`p.failed_recounts < ${sql.lit(RECOUNTS_TRIED)}`;

/** Projects that are out of date, by id, without those set aside. One statement. */
export const outdatedProjects = async (today: number): Promise<number[]> => {
  const rows = await database
    .selectFrom('project as p')
    .select('p.id')
    .where(isOutdated(today))
    .where(isTried)
    .orderBy('p.id')
    .execute();
  return rows.map(({ id }) => Number(id));
};

/** Those of the given projects that are out of date and not set aside. One statement. */
export const outdatedAmong = async (projects: readonly number[], today: number): Promise<OutdatedProject[]> => {
  if (projects.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT ${OF_PROJECTS} p.id, b.id AS block, b.serves, b.version, b.items
    FROM project p LEFT JOIN block b ON b.project = p.id AND ${blockIsOutdated(today)}
    WHERE p.id IN (${sql.join(projects)}) AND ${isTried} AND ${isOutdated(today, projects)}
    ORDER BY p.id, b.id`.execute(database);
  const found = new Map<number, OutdatedProject>();
  for (const row of rows) {
    const id = Number(row.id);
    const project = found.get(id) ?? { id, blocks: [] };
    found.set(id, project);
    if (row.block === null) continue;
    project.blocks.push({
      id: Number(row.block),
      project: id,
      serves: Number(row.serves),
      version: Number(row.version),
      items: Number(row.items),
    });
  }
  return [...found.values()];
};
