import { type RawBuilder, sql } from 'kysely';
import type { Cell } from '../domain/rollUp';
import type { Measure } from '../domain/tally';
import { LONGEST_WINDOW, type WindowDays, windowEnding } from '../domain/window';
import { cellFrom, cellRefs, cellSums, HOLDS_CELL, HOLDS_UNITS, isCell, rolledUpTallies } from './cells';
import { CELL_COLUMNS } from './cellColumns';
import { database } from './database';
import { everyRow, type Row } from './everyRow';
import { currentRows, type Rollup } from './recount';
import { NO_PART, ROLLUP_KINDS, type RollupKind } from './schema';
import { isEffort, unitRows } from './unitRows';
import { valueRows } from './valueRows';

const numberOf = (kind: RollupKind): number => ROLLUP_KINDS.indexOf(kind);
const kindId = (kind: RollupKind) => sql.lit(numberOf(kind));
/** Into whose parts every item falls. */
const CUTS = (['whole', 'component', 'team'] as const satisfies readonly RollupKind[]).map(numberOf);
const NONE = sql.lit(NO_PART);

/**
 * What each project's work serves, and the same cut up by component and by team: every item is in one part of each kind, the whole
 * being one part. The items are gone through once; what they add up to by component and team takes part in every kind. They are gone
 * through once more for who is assigned what of the effort.
 */
export const cellRollup: Rollup = {
  table: 'rollup',
  keys: ['kind', 'project', 'part', 'serves'],
  prefix: sql`kind IN (${sql.join(ROLLUP_KINDS.map(kindId))})`,
  sums: CELL_COLUMNS,
  holds: HOLDS_CELL,
  counts: (scope) => sql`
    SELECT kinds.kind, sums.project,
      CASE kinds.kind WHEN ${kindId('component')} THEN COALESCE(sums.component, ${NONE})
        WHEN ${kindId('team')} THEN COALESCE(sums.team, ${NONE}) ELSE ${NONE} END AS part, sums.serves,
      ${sql.join(CELL_COLUMNS.map((column) => sql.ref(`sums.${column}`)))}
    FROM (
      SELECT project, component, team, serves, ${cellSums(scope.asOf, rolledUpTallies(scope.asOf))}
      FROM (${unitRows(scope)}) items
      GROUP BY project, component, team, serves
    ) sums CROSS JOIN (${valueRows('kind', CUTS)}) kinds
    UNION ALL
    SELECT ${kindId('person')}, project, assignee, serves, ${cellSums(scope.asOf, rolledUpTallies(scope.asOf))}
    FROM (${unitRows(scope)}) items
    WHERE unit = 1 AND assignee IS NOT NULL AND ${isEffort(windowEnding(scope.asOf, LONGEST_WINDOW))}
    GROUP BY project, assignee, serves`,
};

/** FROM clause of the current rows `r` of one kind, with their project `p` and the objective `o` that is served. */
export const currentCells = (kind: RollupKind = 'whole'): RawBuilder<unknown> => currentRows(cellRollup, isKind(kind));

/** A condition on rows `r`. */
export const isKind = (kind: RollupKind): RawBuilder<unknown> => sql`r.kind = ${kindId(kind)}`;

/** A project's cells. */
export const rolledUpCells = (project: number, days: WindowDays): Promise<Cell[]> => readCells({ days, project });

/**
 * The cells of all projects, in one measure or, without one, in both: one statement, unless there are many thousands. What it
 * answers grows with the number of projects and objectives, not with that of issues.
 */
export const portfolioCells = (days: WindowDays, measure?: Measure): Promise<Cell[]> => readCells({ days, measure });

const readCells = async (asked: { days: WindowDays; measure?: Measure; project?: number }): Promise<Cell[]> => {
  const { days, measure, project } = asked;
  const rows = await everyRow({
    ...cellRefs(days, measure),
    from: currentCells(),
    where: project === undefined ? HOLDS_CELL : sql`${HOLDS_CELL} AND r.project = ${project}`,
    keys: ['project', 'serves'],
  });
  return rows.map((row) => cellFrom(row, `done${days}`)).filter(isCell);
};

/** How many open units serve an objective itself, over all projects. */
export const openWorkOf = async (objective: string): Promise<number> => {
  const { rows } = await sql<Row>`
    SELECT SUM(r.todo_items + r.doing_items) AS units
    FROM ${currentCells()} WHERE o.objective_key = ${objective}`.execute(database);
  return Number(rows[0]?.units ?? 0);
};

/** Whether a project has units in the roll-up of a version or a newer one. */
export const hasUnitsAt = (
  project: RawBuilder<unknown>,
  version: RawBuilder<unknown>,
): RawBuilder<boolean> => sql<boolean>`EXISTS (
  SELECT 1 FROM rollup r
  WHERE ${isKind('whole')} AND r.project = ${project} AND r.version >= ${version} AND ${HOLDS_UNITS})`;
