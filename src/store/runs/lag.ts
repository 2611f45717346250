import { sql } from 'kysely';
import { OF_ISSUE } from '../../domain/strategy/objectiveKey';
import { isOutdated } from '../blocks/outdated';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';

/** How far the projection and its figures lag behind. Instants are epoch milliseconds. */
export type Lag = {
  /** marked issues that wait for a drain, without those set aside */
  waiting: number;
  /** the token of the oldest mark; `null`: nothing waits */
  oldestToken: number | null;
  projects: number;
  /** projects whose blocks are to be counted or added up, or whose figures end before today */
  outdated: number;
  /** when figures were last counted; `null`: never */
  countedAt: number | null;
  /** objectives whose new title is not on all issues yet */
  titleUpdates: number;
  /** objectives that somebody stated, and issues that are objectives */
  objectives: { stated: number; issues: number };
};

/** One statement. It reads marks, projects, blocks and objectives, and of issues those that are objectives. */
export const lag = async (today: number): Promise<Lag> => {
  const { rows } = await sql<Row>`
    SELECT (SELECT COUNT(*) FROM dirty_issue WHERE set_aside IS NULL) AS waiting,
      (SELECT MIN(token) FROM dirty_issue WHERE set_aside IS NULL) AS oldest,
      COUNT(*) AS projects,
      SUM(CASE WHEN ${isOutdated(today)} THEN 1 ELSE 0 END) AS outdated,
      MAX(p.refreshed_at) AS counted_at,
      (SELECT COUNT(*) FROM title_update) AS title_updates,
      (SELECT COUNT(*) FROM objective o WHERE o.status <> 'unknown' AND o.objective_key NOT LIKE ${`${OF_ISSUE}%`}) AS stated,
      (SELECT /*+ INL_JOIN(w) */ COUNT(*) FROM objective_issue i JOIN work_item w ON w.id = i.issue AND w.own = i.objective) AS issues
    FROM project p`.execute(database);
  const [row = {}] = rows;
  const countedAt = Number(row.counted_at ?? 0);
  return {
    waiting: Number(row.waiting),
    oldestToken: row.oldest == null ? null : Number(row.oldest),
    projects: Number(row.projects),
    outdated: Number(row.outdated ?? 0),
    countedAt: countedAt === 0 ? null : countedAt,
    titleUpdates: Number(row.title_updates),
    objectives: { stated: Number(row.stated), issues: Number(row.issues) },
  };
};
