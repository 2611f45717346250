import { type RawBuilder, sql } from 'kysely';
import type { Measure, Tally } from '../domain/tally';
import type { Cell } from '../domain/rollUp';
import { WINDOW_DAYS, type Window, type WindowDays, windowEnding } from '../domain/window';
import { RUN } from '../domain/workItem';
import { windowColumns } from './cellColumns';
import { database } from './database';
import type { ManyRows, Row } from './everyRow';
import { NOTHING_ID, RUN_ID } from './schema';
import { outcomeId, type Scope, unitRows } from './unitRows';

/** A cell's tally whose units are done inside a window, and the window's first day. */
export type DoneTally = { name: string; from: number };

/** The tallies of the windows that the roll-ups hold. */
export const rolledUpTallies = (today: number): DoneTally[] =>
  WINDOW_DAYS.map((days) => ({ name: `done${days}`, from: windowEnding(today, days).from }));

/**
 * SELECT of the cells of a scope: one row for each project and what its work serves. The roll-up is refreshed by this very
 * SELECT, and whatever looks at another window or a part of a project runs it with its own bounds.
 */
export const cellRows = (scope: Scope, doneTallies: readonly DoneTally[]): RawBuilder<unknown> => sql`
  SELECT project, serves, ${cellSums(scope.asOf, doneTallies)}
  FROM (${unitRows(scope)}) items
  GROUP BY project, serves`;

/** The columns of a cell, summed up over rows of `unitRows`. */
export const cellSums = (asOf: number, doneTallies: readonly DoneTally[]): RawBuilder<unknown> =>
  sql.join([
    ...tally('todo', outcomeIs('todo')),
    ...tally('doing', outcomeIs('doing')),
    ...tally('done', outcomeIs('done')),
    ...doneTallies.flatMap(({ name, from }) =>
      tally(name, sql`${outcomeIs('done')} AND ended >= ${from} AND ended <= ${asOf}`),
    ),
    sql`${countIf(outcomeIs('dropped'))} AS dropped`,
    sql`${countIf(sql`${outcomeIs('done')} AND ended IS NULL`)} AS undated`,
    sql`SUM(orphan) AS unknown_parents`,
    sql`${countIf(sql`unit = 1 AND outcome IN (${sql.lit(outcomeId('todo'))}, ${sql.lit(outcomeId('doing'))}) AND blocked = 1`)} AS blocked`,
  ]);

const outcomeIs = (outcome: Parameters<typeof outcomeId>[0]) =>
  sql`unit = 1 AND outcome = ${sql.lit(outcomeId(outcome))}`;

export const countIf = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** The three columns of a tally of the rows that meet a condition. */
export const tally = (name: string, condition: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`${countIf(condition)} AS ${sql.ref(`${name}_items`)}`,
  sql`SUM(CASE WHEN ${condition} THEN COALESCE(estimate, 0) ELSE 0 END) AS ${sql.ref(`${name}_points`)}`,
  sql`${countIf(sql`${condition} AND estimate IS NULL`)} AS ${sql.ref(`${name}_unestimated`)}`,
];

const UNITS = sql`todo_items + doing_items + done_items + dropped`;
/** Whether a row of a roll-up of cells holds units. */
export const HOLDS_UNITS = sql`${UNITS} > 0`;
/** Whether it holds anything: there may be nothing in it but work items whose parent is unknown. */
export const HOLDS_CELL = sql`${UNITS} + unknown_parents > 0`;

/**
 * What is read of a roll-up's row to make the cell of a window, in a query from `currentRows`. In items, what only points are made
 * of is left out: such a cell has none.
 */
export const cellRefs = (days: WindowDays, measure?: Measure): Pick<ManyRows, 'columns'> & { whole: string[] } => {
  const whole = ['project', 'serves', ...windowColumns(days, measure)];
  const columns = Object.fromEntries(whole.map((column) => [column, sql.ref(`r.${column}`)]));
  return { columns: { ...columns, objective_key: sql.ref('o.objective_key') }, whole };
};

export const tallyFrom = (row: Row, name: string): Tally => ({
  items: Number(row[`${name}_items`]),
  points: Number(row[`${name}_points`] ?? 0),
  unestimated: Number(row[`${name}_unestimated`] ?? 0),
});

/** What an id in `serves` stands for: `objective_key` holds the objective's key, where there is one. */
export const servedBy = (row: Row): string | null => {
  const id = Number(row.serves);
  if (id === NOTHING_ID) return null;
  return id === RUN_ID ? RUN : String(row.objective_key);
};

/** The cell of a row whose windowed tally has the given name; `null` where nothing is left in it. */
export const cellFrom = (row: Row, doneTally: string): Cell | null => {
  const cell: Cell = {
    project: Number(row.project),
    serves: servedBy(row),
    todo: tallyFrom(row, 'todo'),
    doing: tallyFrom(row, 'doing'),
    done: tallyFrom(row, 'done'),
    doneInWindow: tallyFrom(row, doneTally),
    dropped: Number(row.dropped),
    undated: Number(row.undated),
    unknownParents: Number(row.unknown_parents),
    blocked: Number(row.blocked),
  };
  const counts = [cell.todo.items, cell.doing.items, cell.done.items, cell.dropped, cell.unknownParents];
  return counts.some((count) => count > 0) ? cell : null;
};

export const isCell = (cell: Cell | null): cell is Cell => cell !== null;

/** The cells of a scope for any window, counted from the work items themselves: one statement. */
export const countCells = async (scope: Omit<Scope, 'asOf'>, window: Window): Promise<Cell[]> => {
  const { rows } = await sql<Row>`
    SELECT cells.*, o.objective_key
    FROM (${cellRows({ ...scope, asOf: window.to }, [{ name: 'inside', from: window.from }])}) cells
    LEFT JOIN objective o ON o.id = cells.serves`.execute(database);
  return rows.map((row) => cellFrom(row, 'inside')).filter(isCell);
};
