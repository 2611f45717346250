import { sql } from 'kysely';
import type { Window } from '../../domain/time/window';
import { unlinkedStates } from '../../domain/work/countedWork';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { outcomeId } from './outcomes';
import { isCountedIn } from './units';

const OPEN = sql`(${sql.lit(outcomeId('todo'))}, ${sql.lit(outcomeId('doing'))})`;

/**
 * A project's unlinked epics: items of level 1 and above that serve nothing and are not over. Each with the number of
 * open units below it, at any depth and in any project; it counts itself if it is not broken down. Most units first,
 * then newest. `total` counts all of them. One statement. Circles end, because UNION drops repeats.
 */
export const findUnlinkedEpics = async (
  project: number,
  limit: number,
): Promise<{ ids: { id: number; units: number }[]; total: number }> => {
  const { rows } = await sql<Row>`
    WITH RECURSIVE below (epic, id) AS (
      SELECT /*+ USE_INDEX(e, work_item_by_objective) */ e.id, e.id FROM work_item e WHERE e.project = ${project} AND e.level >= 1 AND e.objective IS NULL AND e.outcome IN ${OPEN}
      UNION
      SELECT /*+ INL_JOIN(c) */ b.epic, c.id FROM below b JOIN work_item c ON c.parent = b.id WHERE c.level >= 0
    )
    SELECT /*+ INL_JOIN(w) */ b.epic, SUM(CASE WHEN w.outcome IN ${OPEN} AND w.unit = 1 THEN 1 ELSE 0 END) AS units,
      COUNT(*) OVER () AS total
    FROM below b JOIN work_item w ON w.id = b.id
    GROUP BY b.epic
    ORDER BY units DESC, b.epic DESC LIMIT ${sql.lit(limit)}`.execute(database);
  return {
    ids: rows.map((row) => ({ id: Number(row.epic), units: Number(row.units) })),
    total: Number(rows[0]?.total ?? 0),
  };
};

type UnitBelow = { id: number; project: number; isTagged: boolean };

const unitFrom = (row: Row): UnitBelow => ({
  id: Number(row.id),
  project: Number(row.project),
  isTagged: row.tag !== null,
});

/**
 * The open units that are an issue of a project or below it, at any depth and in any project, by descending id. One
 * statement. `isTagged`: it has a tag of its own
 */
export const openBelow = async (issue: number, project: number): Promise<UnitBelow[]> => {
  const { rows } = await sql<Row>`
    WITH RECURSIVE below (id) AS (
      SELECT e.id FROM work_item e WHERE e.id = ${issue} AND e.project = ${project}
      UNION
      SELECT /*+ INL_JOIN(c) */ c.id FROM below b JOIN work_item c ON c.parent = b.id WHERE c.level >= 0
    )
    SELECT /*+ INL_JOIN(w) */ w.id, w.project, w.tag FROM below b JOIN work_item w ON w.id = b.id
    WHERE w.outcome IN ${OPEN} AND w.unit = 1 ORDER BY w.id DESC`.execute(database);
  return rows.map(unitFrom);
};

/**
 * What linking an issue would align: the units of a project that are directly below it and serve nothing, by descending
 * id; of those done only what was done in the window. `unlinkedByParent` counts the same. One statement.
 */
export const unlinkedBelow = async (issue: number, project: number, window: Window): Promise<UnitBelow[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_parent) */ w.id, w.project, w.tag FROM work_item w
    WHERE w.parent = ${issue} AND w.project = ${project} AND w.objective IS NULL
      AND ${isCountedIn(unlinkedStates('all'), window)}
    ORDER BY w.id DESC`.execute(database);
  return rows.map(unitFrom);
};
