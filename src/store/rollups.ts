import { sql } from 'kysely';
import type { Cell } from '../domain/rollUp';
import type { Measure } from '../domain/tally';
import { WINDOW_DAYS, type WindowDays, windowEnding } from '../domain/window';
import { NO_WORK, type WorkSizes } from '../domain/work';
import { type CellRow, cellFrom, cellRows, isCell } from './cells';
import { CELL_COLUMNS } from './cellColumns';
import { database } from './database';

/**
 * Recounts a project's roll-up: one statement. What is gone is set to zeros, because the existing keys take part with zeros.
 * `version` is the project's as it was read before; rows that a refresh with a newer version wrote are left as they are.
 */
export const refreshRollup = async (project: number, version: number, today: number): Promise<void> => {
  const doneTallies = WINDOW_DAYS.map((days) => ({ name: `done${days}`, from: windowEnding(today, days).from }));
  const columns = sql.join(CELL_COLUMNS.map((column) => sql.ref(column)));
  const sums = sql.join(CELL_COLUMNS.map((column) => sql`SUM(${sql.ref(column)})`));
  const zeros = sql.join(CELL_COLUMNS.map(() => sql`0`));
  const newer = sql`VALUES(version) >= ${sql.ref('rollup.version')}`;
  // The compared column comes last: MySQL assigns from left to right.
  const updates = sql.join(
    [...CELL_COLUMNS, 'version'].map((column) => {
      const name = sql.ref(column);
      return sql`${name} = CASE WHEN ${newer} THEN VALUES(${name}) ELSE ${sql.ref(`rollup.${column}`)} END`;
    }),
  );
  await sql`
    INSERT INTO ${sql.table('rollup')} (project, serves, version, ${columns})
    SELECT project, serves, ${version}, ${sums}
    FROM (
      ${cellRows({ asOf: today, project }, doneTallies)}
      UNION ALL
      SELECT project, serves, ${zeros} FROM ${sql.table('rollup')} WHERE project = ${project}
    ) cells
    GROUP BY project, serves
    ON DUPLICATE KEY UPDATE ${updates}`.execute(database);
};

/** A project's cells from the roll-up. Rows older than the project's last refresh were left by a slower one and do not count. */
export const rolledUpCells = async (project: number, days: WindowDays): Promise<Cell[]> => {
  const rows = await database
    .selectFrom('rollup as r')
    .innerJoin('project as p', (join) => join.onRef('p.id', '=', 'r.project').onRef('r.version', '>=', 'p.refreshed'))
    .leftJoin('objective as o', 'o.id', 'r.serves')
    .where('r.project', '=', project)
    .selectAll('r')
    .select('o.objective_key')
    .execute();
  return rows.map((row) => cellFrom(row, `done${days}`)).filter(isCell);
};

/** The work that serves each objective itself, over all projects, each project's unestimated units at its own typical estimate: one statement. */
export const workByObjective = async (measure: Measure): Promise<Map<string, WorkSizes>> => {
  const size = (name: string, assumption: string) =>
    measure === 'items'
      ? sql`SUM(${sql.ref(`r.${name}_items`)}) * 1000`
      : sql`SUM(${sql.ref(`r.${name}_points`)} + ${sql.ref(`r.${name}_unestimated`)} * ${sql.ref(`p.${assumption}`)})`;
  const sizes = ASSUMPTIONS.flatMap((assumption) =>
    OPEN_AND_DONE.map((name) => sql`${size(name, assumption)} AS ${sql.ref(`${name}_${assumption}`)}`),
  );
  const unestimated =
    measure === 'items' ? sql`0` : sql`SUM(r.todo_unestimated + r.doing_unestimated + r.done_unestimated)`;
  const { rows } = await sql<CellRow>`
    SELECT o.objective_key, ${sql.join(sizes)}, ${unestimated} AS unestimated, SUM(r.dropped) AS dropped
    FROM ${sql.table('rollup')} r
    JOIN project p ON p.id = r.project AND r.version >= p.refreshed
    JOIN objective o ON o.id = r.serves
    GROUP BY o.objective_key`.execute(database);
  return new Map(rows.map((row) => [String(row.objective_key), sizesFrom(row)]));
};

const ASSUMPTIONS = ['median', 'low', 'high'] as const;
const OPEN_AND_DONE = ['todo', 'doing', 'done'] as const;

const sizesFrom = (row: CellRow): WorkSizes => {
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
