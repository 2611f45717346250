import { type RawBuilder, sql } from 'kysely';
import type { Tally } from '../domain/tally';
import { emptyCell, type Cell } from '../domain/rollUp';
import type { Window } from '../domain/window';
import { RUN } from '../domain/workItem';
import { database } from './database';
import { NOTHING_ID, RUN_ID } from './schema';
import { outcomeId, type Scope, unitRows } from './unitRows';

/** A cell's tally whose units are done inside a window, and the window's first day. */
export type DoneTally = { name: string; from: number };

/**
 * SELECT of the cells of a scope: one row for each project and what its work serves. The roll-up is refreshed by this very
 * SELECT, and whatever looks at another window or a part of a project runs it with its own bounds.
 */
export const cellRows = (scope: Scope, doneTallies: readonly DoneTally[]): RawBuilder<unknown> => sql`
  SELECT project, serves,
    ${sql.join([
      ...tally('todo', outcomeIs('todo')),
      ...tally('doing', outcomeIs('doing')),
      ...tally('done', outcomeIs('done')),
      ...doneTallies.flatMap(({ name, from }) =>
        tally(name, sql`${outcomeIs('done')} AND ended >= ${from} AND ended <= ${scope.asOf}`),
      ),
      sql`${countIf(outcomeIs('dropped'))} AS dropped`,
      sql`${countIf(sql`${outcomeIs('done')} AND ended IS NULL`)} AS undated`,
      sql`SUM(orphan) AS unknown_parents`,
      sql`${countIf(sql`unit = 1 AND outcome IN (${sql.lit(outcomeId('todo'))}, ${sql.lit(outcomeId('doing'))}) AND blocked = 1`)} AS blocked`,
    ])}
  FROM (${unitRows(scope)}) items
  GROUP BY project, serves`;

const outcomeIs = (outcome: Parameters<typeof outcomeId>[0]) =>
  sql`unit = 1 AND outcome = ${sql.lit(outcomeId(outcome))}`;

const countIf = (condition: RawBuilder<unknown>) => sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

const tally = (name: string, condition: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`${countIf(condition)} AS ${sql.ref(`${name}_items`)}`,
  sql`SUM(CASE WHEN ${condition} THEN COALESCE(estimate, 0) ELSE 0 END) AS ${sql.ref(`${name}_points`)}`,
  sql`${countIf(sql`${condition} AND estimate IS NULL`)} AS ${sql.ref(`${name}_unestimated`)}`,
];

/** A row of cells as the database answers it: numbers may be strings. */
export type CellRow = Record<string, string | number | null>;

const tallyFrom = (row: CellRow, name: string): Tally => ({
  items: Number(row[`${name}_items`]),
  points: Number(row[`${name}_points`]),
  unestimated: Number(row[`${name}_unestimated`]),
});

/** What an id in `serves` stands for. `keyed` finds the objective's key. */
const served = (row: CellRow): string | null => {
  const id = Number(row.serves);
  if (id === NOTHING_ID) return null;
  return id === RUN_ID ? RUN : String(row.objective_key);
};

/** The cell of a row whose windowed tally has the given name; `null` where nothing is left in it. */
export const cellFrom = (row: CellRow, doneTally: string): Cell | null => {
  const cell: Cell = {
    ...emptyCell(Number(row.project), served(row)),
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
  const { rows } = await sql<CellRow>`
    SELECT cells.*, o.objective_key
    FROM (${cellRows({ ...scope, asOf: window.to }, [{ name: 'inside', from: window.from }])}) cells
    LEFT JOIN objective o ON o.id = cells.serves`.execute(database);
  return rows.map((row) => cellFrom(row, 'inside')).filter(isCell);
};
