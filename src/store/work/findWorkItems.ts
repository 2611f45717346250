import { type RawBuilder, sql } from 'kysely';
import { RUN, type Outcome } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { selectAll } from '../sql/selectAll';
import type { Row } from '../sql/rowValues';
import { OUTCOMES, RUN_ID } from '../sql/storedNumbers';

/** A stored work item, as far as it is compared with Jira. */
export type Projected = {
  id: number;
  project: number;
  parent: number | null;
  level: number;
  outcome: Outcome;
  tag: string | null;
  /** the objective that it is, and the one that a link joins it to */
  own: string | null;
  link: string | null;
  serves: string | null;
  /** whether it counts, unless it is dropped: an item above level 0 that is broken down does not */
  unit: boolean;
  /** epoch milliseconds */
  updated: number;
};

export const findWorkItems = async (ids: readonly number[]): Promise<Projected[]> =>
  ids.length === 0 ? [] : projectedOf(sql`${PROJECTED} FROM work_item w ${KEYS} WHERE w.id IN (${sql.join(ids)})`);

/** More levels than Jira's hierarchy can have; also ends a way up that goes in a circle. */
export const MOST_LEVELS = 10;

/**
 * A work item and its ancestors, nearest first, up to `MOST_LEVELS`; empty: it is not stored. One statement. Circles end,
 * because UNION drops repeats. The hint keeps TiDB from joining the whole table.
 */
export const findWithAbove = async (id: number): Promise<Projected[]> => {
  const found = await projectedOf(sql`
    WITH RECURSIVE above (id) AS (
      SELECT parent FROM work_item WHERE id = ${id} AND parent IS NOT NULL
      UNION
      SELECT /*+ INL_JOIN(c) */ c.parent FROM above a JOIN work_item c ON c.id = a.id WHERE c.parent IS NOT NULL
    )
    ${PROJECTED} FROM (SELECT id FROM above UNION SELECT ${sql.lit(id)} AS id) looked JOIN work_item w ON w.id = looked.id ${KEYS} LIMIT ${sql.lit(MOST_LEVELS)}`);
  const byId = new Map(found.map((item) => [item.id, item]));
  const inOrder: Projected[] = [];
  for (let next = byId.get(id); next && !inOrder.includes(next); next = byId.get(next.parent ?? 0)) inOrder.push(next);
  return inOrder;
};

const PROJECTED = sql`SELECT /*+ INL_JOIN(w, i, j) */ w.id, w.project, w.parent, w.level, w.outcome, w.tag, w.objective,
  w.unit, w.updated, t.objective_key AS tag_key, o.objective_key AS served_key, m.objective_key AS own_key, l.objective_key AS link_key`;
const KEYS = sql`LEFT JOIN objective t ON t.id = w.tag LEFT JOIN objective o ON o.id = w.objective LEFT JOIN objective m ON m.id = w.own
  LEFT JOIN objective_issue i ON i.objective = w.link LEFT JOIN work_item j ON j.id = i.issue AND j.own = w.link LEFT JOIN objective l ON l.id = j.own`;

const projectedOf = async (query: RawBuilder<unknown>): Promise<Projected[]> => {
  const { rows } = await sql<Row>`${query}`.execute(database);
  return rows.map((row) => ({
    id: Number(row.id),
    project: Number(row.project),
    parent: row.parent === null ? null : Number(row.parent),
    level: Number(row.level),
    outcome: OUTCOMES[Number(row.outcome)] ?? 'todo',
    tag: row.tag !== null && Number(row.tag) === RUN_ID ? RUN : keyFrom(row.tag_key),
    own: keyFrom(row.own_key),
    link: keyFrom(row.link_key),
    serves: row.objective !== null && Number(row.objective) === RUN_ID ? RUN : keyFrom(row.served_key),
    unit: Number(row.unit) === 1,
    updated: Number(row.updated),
  }));
};

const keyFrom = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** How many work items are stored of each project. One statement, which reads an index only. */
export const countsByProject = async (): Promise<Map<number, number>> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective), STREAM_AGG() */ w.project, COUNT(*) AS total
    FROM work_item w GROUP BY w.project`.execute(database);
  return new Map(rows.map((row) => [Number(row.project), Number(row.total)]));
};

/** The ids of a project's work items. One statement for each 100,000. */
export const idsOfProject = async (project: number): Promise<number[]> => {
  const rows = await selectAll({
    columns: { id: sql.ref('w.id') },
    from: sql`work_item w`,
    where: sql`w.project = ${project}`,
    keys: ['id'],
    index: { table: 'w', name: 'work_item_by_objective' },
  });
  return rows.map(({ id }) => Number(id));
};

/** Up to `limit` ids of a project's work items. */
export const someOfProject = async (project: number, limit: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id FROM work_item w
    WHERE w.project = ${project} LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ id }) => Number(id));
};

/** Up to `limit` ids of work items above an id, and as many below it, nearest first. Two statements. */
export const itemsNextTo = async (id: number, limit: number): Promise<number[]> => {
  const items = () => database.selectFrom('work_item').select('id').limit(sql.lit(limit));
  const rows = [
    ...(await items().where('id', '>', id).orderBy('id').execute()),
    ...(await items().where('id', '<', id).orderBy('id', 'desc').execute()),
  ];
  return rows.map((row) => Number(row.id));
};

/** Up to `limit` ids of work items of level 0 and above whose parent is not stored. One statement. */
export const orphans = async (limit: number): Promise<number[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ INL_JOIN(w) */ w.id FROM block b JOIN work_item w ON w.block = b.id
    WHERE b.unknown_parents > 0 AND w.orphan = 1 AND w.level >= 0
    ORDER BY w.id LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ id }) => Number(id));
};
