import { sql } from 'kysely';
import type { Cell } from '../domain/rollUp';
import type { Measure } from '../domain/tally';
import type { WindowDays } from '../domain/window';
import { NO_WORK, type WorkSizes } from '../domain/work';
import { cellFrom, cellRefs, cellRows, HOLDS_CELL, isCell, rolledUpTallies } from './cells';
import { CELL_COLUMNS } from './cellColumns';
import { database } from './database';
import { everyRow, type Row } from './everyRow';
import { currentRows, type Rollup } from './recount';

/** What each project's work serves: the roll-up that every figure of a project or of the portfolio is made of. */
export const cellRollup: Rollup = {
  table: 'rollup',
  keys: ['serves'],
  sums: CELL_COLUMNS,
  holds: HOLDS_CELL,
  counts: (scope) => cellRows(scope, rolledUpTallies(scope.asOf)),
};

/** A project's cells. */
export const rolledUpCells = (project: number, days: WindowDays): Promise<Cell[]> => readCells(days, project);

/** The cells of all projects: one statement, unless there are many thousands. */
export const portfolioCells = (days: WindowDays): Promise<Cell[]> => readCells(days);

const readCells = async (days: WindowDays, project?: number): Promise<Cell[]> => {
  const rows = await everyRow({
    columns: cellRefs(days),
    from: currentRows(cellRollup),
    where: project === undefined ? HOLDS_CELL : sql`${HOLDS_CELL} AND r.project = ${project}`,
    keys: ['project', 'serves'],
  });
  return rows.map((row) => cellFrom(row, `done${days}`)).filter(isCell);
};

/** How many open units serve an objective itself, over all projects. */
export const openWorkOf = async (objective: string): Promise<number> => {
  const { rows } = await sql<Row>`
    SELECT SUM(r.todo_items + r.doing_items) AS units
    FROM ${currentRows(cellRollup)} WHERE o.objective_key = ${objective}`.execute(database);
  return Number(rows[0]?.units ?? 0);
};

/** The projects that have units, by id. */
export const projectsWithUnits = async (): Promise<number[]> => {
  const { rows } = await sql<Row>`
    SELECT DISTINCT r.project FROM ${currentRows(cellRollup)}
    WHERE r.todo_items + r.doing_items + r.done_items + r.dropped > 0`.execute(database);
  return rows.map(({ project }) => Number(project));
};

/**
 * The work that serves each objective itself, over all projects but the given ones, each project's unestimated units at its own
 * typical estimate: one statement.
 */
export const workByObjective = async (
  measure: Measure,
  without: readonly number[] = [],
): Promise<Map<string, WorkSizes>> => {
  const size = (name: string, assumption: string) =>
    measure === 'items'
      ? sql`SUM(${sql.ref(`r.${name}_items`)}) * 1000`
      : sql`SUM(${sql.ref(`r.${name}_points`)} + ${sql.ref(`r.${name}_unestimated`)} * ${sql.ref(`p.${assumption}`)})`;
  const sizes = ASSUMPTIONS.flatMap((assumption) =>
    OPEN_AND_DONE.map((name) => sql`${size(name, assumption)} AS ${sql.ref(`${name}_${assumption}`)}`),
  );
  const unestimated =
    measure === 'items' ? sql`0` : sql`SUM(r.todo_unestimated + r.doing_unestimated + r.done_unestimated)`;
  const { rows } = await sql<Row>`
    SELECT o.objective_key, ${sql.join(sizes)}, ${unestimated} AS unestimated, SUM(r.dropped) AS dropped
    FROM ${currentRows(cellRollup)}
    WHERE o.id IS NOT NULL ${without.length === 0 ? sql`` : sql`AND r.project NOT IN (${sql.join(without)})`}
    GROUP BY o.objective_key`.execute(database);
  return new Map(rows.map((row) => [String(row.objective_key), sizesFrom(row)]));
};

const ASSUMPTIONS = ['median', 'low', 'high'] as const;
const OPEN_AND_DONE = ['todo', 'doing', 'done'] as const;

const sizesFrom = (row: Row): WorkSizes => {
  const at = (assumption: string) => ({
    todo: Number(row[`todo_${assumption}`]),
    doing: Number(row[`doing_${assumption}`]),
    done: Number(row[`done_${assumption}`]),
  });
  return {
    ...NO_WORK,
    median: at('median'),
    low: at('low'),
    high: at('high'),
    dropped: Number(row.dropped),
    unestimated: Number(row.unestimated),
  };
};
