import { sql } from 'kysely';
import { database } from '../database';
import type { Row } from '../everyRow';

/** A block whose figures are behind, with the version to count it at. */
export type OutdatedBlock = { id: number; project: number; serves: number; version: number; items: number };

/** A project that is behind, with the version to refresh it to, and those of its blocks that are. */
export type OutdatedProject = { id: number; version: number; blocks: OutdatedBlock[] };

/** Whether a project `p` is behind what was written, or its figures end before today. */
export const isBehind = (today: number) => sql<boolean>`(p.refreshed < p.version OR p.refreshed_day < ${today})`;

/** The projects that are behind, by id. */
export const outdatedProjects = async (today: number): Promise<number[]> => {
  const rows = await database
    .selectFrom('project as p')
    .select('p.id')
    .where(isBehind(today))
    .orderBy('p.id')
    .execute();
  return rows.map(({ id }) => Number(id));
};

/** Those of the given projects that are behind, as of today: one statement. */
export const outdatedAmong = async (projects: readonly number[], today: number): Promise<OutdatedProject[]> => {
  if (projects.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT p.id, p.version, b.id AS block, b.serves, b.version AS block_version, b.items
    FROM project p
    LEFT JOIN block b ON b.project = p.id AND (b.refreshed < b.version OR b.due <= ${today})
    WHERE p.id IN (${sql.join(projects)}) AND ${isBehind(today)}
    ORDER BY p.id, b.id`.execute(database);
  const found = new Map<number, OutdatedProject>();
  for (const row of rows) {
    const id = Number(row.id);
    const project = found.get(id) ?? { id, version: Number(row.version), blocks: [] };
    found.set(id, project);
    if (row.block === null) continue;
    project.blocks.push({
      id: Number(row.block),
      project: id,
      serves: Number(row.serves),
      version: Number(row.block_version),
      items: Number(row.items),
    });
  }
  return [...found.values()];
};
