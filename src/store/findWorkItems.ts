import { type RawBuilder, sql } from 'kysely';
import { NOTHING_ID, OUTCOMES, RUN_ID } from './schema';
import type { Assignment } from '../domain/buyIn';
import type { Part } from '../domain/mix';
import { RUN, type Facet, type Outcome } from '../domain/workItem';
import type { Window } from '../domain/window';
import { database } from './database';
import type { Row } from './everyRow';
import { currentCells } from './rollups';
import { isEffort, isUnit, outcomeId, type Scope, unitRows } from './unitRows';

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

export const findWorkItems = async (ids: readonly number[]): Promise<Projected[]> =>
  ids.length === 0 ? [] : projectedOf(sql`${PROJECTED} FROM work_item w ${KEYS} WHERE w.id IN (${sql.join(ids)})`);

/**
 * A work item and those above it, nearest first, at most so many: one statement; empty where the projection does not hold it. Cycles
 * end, because UNION drops repeats. The hint keeps TiDB from joining with the whole table, whatever it knows of its size.
 */
export const findWithAbove = async (id: number, limit: number): Promise<Projected[]> => {
  const found = await projectedOf(sql`
    WITH RECURSIVE above (id) AS (
      SELECT id FROM work_item WHERE id = ${id}
      UNION
      SELECT /*+ INL_JOIN(c) */ c.parent FROM above a JOIN work_item c ON c.id = a.id WHERE c.parent IS NOT NULL
    )
    ${PROJECTED} FROM above JOIN work_item w ON w.id = above.id ${KEYS} LIMIT ${sql.lit(limit)}`);
  const byId = new Map(found.map((item) => [item.id, item]));
  const inOrder: Projected[] = [];
  for (let next = byId.get(id); next && !inOrder.includes(next); next = byId.get(next.parent ?? 0)) inOrder.push(next);
  return inOrder;
};

const PROJECTED = sql`SELECT /*+ INL_JOIN(w) */ w.id, w.project, w.parent, w.level, w.outcome, w.tag, w.objective, w.source,
  w.updated, t.objective_key AS tag_key, o.objective_key AS served_key`;
const KEYS = sql`LEFT JOIN objective t ON t.id = w.tag LEFT JOIN objective o ON o.id = w.objective`;

const projectedOf = async (query: RawBuilder<unknown>): Promise<Projected[]> => {
  const { rows } = await sql<Row>`${query}`.execute(database);
  return rows.map((row) => ({
    id: Number(row.id),
    project: Number(row.project),
    parent: row.parent === null ? null : Number(row.parent),
    level: Number(row.level),
    outcome: OUTCOMES[Number(row.outcome)] ?? 'todo',
    tag: row.tag !== null && Number(row.tag) === RUN_ID ? RUN : keyFrom(row.tag_key),
    serves: row.objective !== null && Number(row.objective) === RUN_ID ? RUN : keyFrom(row.served_key),
    source: row.source === null ? null : Number(row.source),
    updated: Number(row.updated),
  }));
};

const keyFrom = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** How many work items the projection holds of each project. */
export const countsByProject = async (): Promise<Map<number, number>> => {
  const rows = await database
    .selectFrom('work_item')
    .select(['project', ({ fn }) => fn.countAll().as('count')])
    .groupBy('project')
    .execute();
  return new Map(rows.map((row) => [Number(row.project), Number(row.count)]));
};

/** The ids of a project's work items. */
export const idsOfProject = async (project: number): Promise<number[]> => {
  const rows = await database.selectFrom('work_item').select('id').where('project', '=', project).execute();
  return rows.map(({ id }) => Number(id));
};

/** The ids of work items of level 0 and above that name a parent which is not there, at most so many: one statement. */
export const orphans = async (limit: number): Promise<number[]> => {
  const rows = await database
    .selectFrom('work_item as w')
    .leftJoin('work_item as p', 'p.id', 'w.parent')
    .select('w.id')
    .where('w.level', '>=', 0)
    .where('w.parent', 'is not', null)
    .where('p.id', 'is', null)
    .orderBy('w.id')
    .limit(limit)
    .execute();
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
    .limit(1)
    .executeTakeFirst();
  return child !== undefined;
};

const DONE = sql.lit(outcomeId('done'));
const TODO = sql.lit(outcomeId('todo'));
const DROPPED = sql.lit(outcomeId('dropped'));

const isPlanned = sql`outcome = ${TODO}`;
const isPart = (part: Part | 'all', window: Window) => {
  if (part === 'effort') return isEffort(window);
  return part === 'planned' ? isPlanned : sql`(${isPlanned} OR ${isEffort(window)})`;
};

type Unlinked = { scope: Omit<Scope, 'asOf'>; window: Window; part: Part | 'all' };
const unlinkedUnits = ({ scope, window, part }: Unlinked) => sql`
  FROM (${unitRows({ ...scope, asOf: window.to })}) items
  WHERE unit = 1 AND serves = ${sql.lit(NOTHING_ID)} AND ${isPart(part, window)}`;

/** Units that serve nothing, newest (highest id) first, from below an id; and which part of the work they are. */
export const unlinkedPage = async (
  unlinked: Unlinked,
  below: number | null,
  limit: number,
): Promise<{ id: number; part: Part }[]> => {
  const { rows } = await sql<{ id: number; outcome: number }>`
    SELECT id, outcome ${unlinkedUnits(unlinked)} ${below === null ? sql`` : sql`AND id < ${below}`}
    ORDER BY id DESC LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map((row) => ({
    id: Number(row.id),
    part: Number(row.outcome) === outcomeId('todo') ? 'planned' : 'effort',
  }));
};

export const countUnlinked = async (unlinked: Unlinked): Promise<number> => {
  const { rows } = await sql<{ total: number }>`SELECT COUNT(*) AS total ${unlinkedUnits(unlinked)}`.execute(database);
  return Number(rows[0]?.total ?? 0);
};

/** The keys of all units that serve nothing, in no order. */
export const unlinkedKeys = async (window: Window): Promise<string[]> => {
  const { rows } = await sql<{ project_key: string; number: number }>`
    SELECT p.project_key, unlinked.number
    FROM (SELECT project, number ${unlinkedUnits({ scope: {}, window, part: 'all' })}) unlinked
    JOIN project p ON p.id = unlinked.project`.execute(database);
  return rows.map((row) => `${row.project_key}-${row.number}`);
};

/** Who is assigned effort units, by what those serve: one row for each person, what is served, and done or not. */
export const effortAssignments = async (window: Window): Promise<Assignment[]> => {
  const { rows } = await sql<{ account_id: string; serves: number; done: number; objective_key: string | null }>`
    SELECT a.account_id, units.serves, units.done, o.objective_key
    FROM (
      SELECT DISTINCT assignee, serves, CASE WHEN outcome = ${DONE} THEN 1 ELSE 0 END AS done
      FROM (${unitRows({ asOf: window.to })}) items
      WHERE unit = 1 AND assignee IS NOT NULL AND ${isEffort(window)}
    ) units
    JOIN account a ON a.id = units.assignee
    LEFT JOIN objective o ON o.id = units.serves`.execute(database);
  return rows.map((row) => ({
    assignee: row.account_id,
    serves: Number(row.serves) === RUN_ID ? RUN : row.objective_key,
    done: Number(row.done) === 1,
  }));
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

/** To do or in progress at the end of the day that the project's roll-up stands at. */
const IS_OPEN = sql`(w.outcome NOT IN (${DONE}, ${DROPPED}) OR w.ended > p.refreshed_day)`;

/**
 * The blocked or flagged open units that serve one of these objectives themselves, newest (highest id) first, and how many there
 * are; of the given projects, or of all with `null`. One statement: an index leads to what is blocked in these projects.
 */
export const blockedPage = async (
  objectives: readonly string[],
  projects: readonly number[] | null,
  limit: number,
): Promise<{ ids: number[]; total: number }> => {
  if (objectives.length === 0 || projects?.length === 0) return { ids: [], total: 0 };
  const { rows } = await sql<Row>`
    SELECT w.id, COUNT(*) OVER () AS total
    FROM ${currentCells()} JOIN work_item w ON w.project = r.project AND w.objective = r.serves
    WHERE r.blocked > 0 AND o.objective_key IN (${sql.join(objectives)})
      ${projects === null ? sql`` : sql`AND w.project IN (${sql.join(projects)})`}
      AND w.blocked = 1 AND w.level >= 0 AND w.since <= p.refreshed_day
      AND ${IS_OPEN} AND ${isUnit(sql`p.refreshed_day`)}
    ORDER BY w.id DESC LIMIT ${sql.lit(limit)}`.execute(database);
  return { ids: rows.map(({ id }) => Number(id)), total: Number(rows[0]?.total ?? 0) };
};
