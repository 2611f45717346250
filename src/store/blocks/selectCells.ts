import { type RawBuilder, sql } from 'kysely';
import { addCells, type Cell } from '../../domain/work/cell';
import type { Measure, Tally } from '../../domain/work/tally';
import type { WindowDays } from '../../domain/time/window';
import { RUN } from '../../domain/work/workItem';
import { windowColumns } from './cellColumns';
import { database } from '../sql/database';
import { selectAll, type SelectQuery, type Row } from '../sql/selectAll';
import { NOTHING_ID, RUN_ID } from '../sql/storedNumbers';

/** FROM clause of the blocks `b` with the objective `o` that each serves. */
export const BLOCKS = sql`block b LEFT JOIN objective o ON o.id = b.serves`;

/** A condition on blocks `b`: that they are of none of some projects. */
export const isNot = (projects: readonly number[]): RawBuilder<unknown> =>
  projects.length === 0 ? sql`1 = 1` : sql`b.project NOT IN (${sql.join(projects)})`;

/** Whether a row of cell columns holds units. */
export const holdsUnits = (row: string): RawBuilder<unknown> =>
  sql`${sql.join(
    ['todo_items', 'doing_items', 'done_items', 'dropped'].map((column) => sql.ref(`${row}.${column}`)),
    sql` + `,
  )} > 0`;

/** Whether it holds anything: there may be nothing in it but work items whose parent is unknown. */
export const holdsAnything = (row: string): RawBuilder<unknown> =>
  sql`(${holdsUnits(row)} OR ${sql.ref(`${row}.unknown_parents`)} > 0)`;

/**
 * What is read of a row of cell columns to make the cell of a window. In items, what only points are made of is left out: such a cell
 * has none. `whole` are the columns that are whole numbers.
 */
export const cellRefs = (
  row: string,
  days: WindowDays,
  measure?: Measure,
): Pick<SelectQuery, 'columns'> & { whole: string[] } => {
  const whole = ['project', 'serves', ...windowColumns(days, measure)];
  const columns = Object.fromEntries(whole.map((column) => [column, sql.ref(`${row}.${column}`)]));
  return { columns: { ...columns, objective_key: sql.ref('o.objective_key') }, whole };
};

/** What an id in `serves` stands for: `objective_key` holds the objective's key, where there is one. */
export const servedBy = (row: Row): string | null => {
  const id = Number(row.serves);
  if (id === NOTHING_ID) return null;
  return id === RUN_ID ? RUN : String(row.objective_key);
};

const tallyFrom = (row: Row, name: string): Tally => ({
  items: Number(row[`${name}_items`]),
  points: Number(row[`${name}_points`] ?? 0),
  unestimated: Number(row[`${name}_unestimated`] ?? 0),
});

/** The cell of a row, for a window. */
export const cellFrom = (row: Row, days: WindowDays): Cell => ({
  project: Number(row.project),
  serves: servedBy(row),
  todo: tallyFrom(row, 'todo'),
  doing: tallyFrom(row, 'doing'),
  done: tallyFrom(row, 'done'),
  doneInWindow: tallyFrom(row, `done${days}`),
  dropped: Number(row.dropped),
  undated: Number(row.undated),
  unknownParents: Number(row.unknown_parents),
  blocked: Number(row.blocked),
});

/** The cells of a project: one statement, by index. */
export const projectCells = (project: number, days: WindowDays): Promise<Cell[]> => readCells({ days, project });

/** The cell of what serves nothing in a project, if there is any: one statement, by index. */
export const unlinkedCell = async (project: number, days: WindowDays): Promise<Cell | undefined> =>
  (await readCells({ days, project, serves: NOTHING_ID }))[0];

/**
 * The cells of all projects, in one measure or, without one, in both: one statement, unless there are many thousands. What it
 * answers grows with the number of projects and objectives, and a thousandth of that of issues.
 */
export const portfolioCells = (days: WindowDays, measure?: Measure): Promise<Cell[]> => readCells({ days, measure });

type Asked = { days: WindowDays; measure?: Measure; project?: number; serves?: number };

const readCells = async ({ days, measure, project, serves }: Asked): Promise<Cell[]> => {
  const ofProject = project === undefined ? sql`` : sql`b.project = ${project} AND`;
  const thatServe = serves === undefined ? sql`` : sql`b.serves = ${serves} AND`;
  const { columns, whole } = cellRefs('b', days, measure);
  const rows = await selectAll({
    columns: { ...columns, id: sql.ref('b.id') },
    whole: [...whole, 'id'],
    from: BLOCKS,
    where: sql`${ofProject} ${thatServe} ${holdsAnything('b')}`,
    keys: ['project', 'serves', 'id'],
  });
  return addedUp(
    rows.map((row) => cellFrom(row, days)),
    ({ project: of, serves }) => `${of} ${serves}`,
  );
};

/** Adds up the cells that have the same key, in the order in which each first comes. */
export const addedUp = <C extends Cell>(cells: readonly C[], keyOf: (cell: C) => string): C[] => {
  const sums = new Map<string, C>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const known = sums.get(key);
    sums.set(key, known ? { ...known, ...addCells(known, cell) } : cell);
  }
  return [...sums.values()];
};

/** How many open units serve an objective itself, over all projects: one statement. */
export const openWorkOf = async (objective: string): Promise<number> => {
  const { rows } = await sql<Row>`
    SELECT SUM(b.todo_items + b.doing_items) AS units FROM ${BLOCKS} WHERE o.objective_key = ${objective}`.execute(
    database,
  );
  return Number(rows[0]?.units ?? 0);
};
