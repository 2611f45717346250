import { type RawBuilder, sql } from 'kysely';
import type { PartKind } from '../../domain/work/blockFigures';
import { addCells, type Cell } from '../../domain/work/cell';
import type { Measure } from '../../domain/work/tally';
import type { WindowDays } from '../../domain/time/window';
import type { WorkFunction } from '../../domain/work/workItem';
import { columnsOf } from '../sql/columnsOf';
import { selectAll } from '../sql/selectAll';
import { PART_KINDS } from '../sql/storedNumbers';
import { servedKeys } from '../strategy/servedKeys';
import { CELL_COLUMNS, cellReader, windowColumns } from './cellColumns';

/** The cells of a part of a project; `null` for the work without a component or team. */
export type FunctionCell = Cell & { part: WorkFunction | null };

/** The number that stands for a kind of part. */
export const partKindId = (kind: PartKind): number => PART_KINDS.indexOf(kind);

/** Whether a row of parts holds units, or work items whose parent is unknown. */
const HOLDS_ANYTHING: RawBuilder<unknown> = sql`${sql.join(
  ['todo_items', 'doing_items', 'done_items', 'dropped', 'unknown_parents'].map((column) => sql.ref(`r.${column}`)),
  sql` + `,
)} > 0`;

/**
 * The cells of all projects by component or team. Two statements, and another for each further page of tens of thousands.
 * @param measure without it, items and points
 */
export const functionCells = async (kind: PartKind, days: WindowDays, measure?: Measure): Promise<FunctionCell[]> => {
  const whole = ['project', 'serves', 'part', 'block', ...windowColumns(days, measure)];
  const [servedKey, rows] = await Promise.all([
    servedKeys(),
    selectAll({
      columns: {
        ...columnsOf('r', whole),
        jira_id: sql.ref('f.jira_id'),
        name: sql.ref('f.name'),
      },
      whole,
      from: sql`block_part r JOIN block b ON b.id = r.block AND r.version >= b.refreshed
        LEFT JOIN work_function f ON f.id = r.part`,
      where: sql`r.kind = ${sql.lit(partKindId(kind))} AND ${HOLDS_ANYTHING}`,
      keys: ['project', 'serves', 'part', 'block'],
    }),
  ]);
  const cellOf = cellReader(days);
  const sums = new Map<string, FunctionCell>();
  for (const row of rows) {
    const numbers = CELL_COLUMNS.map((column) => Number(row[column] ?? 0));
    const cell = {
      ...cellOf(Number(row.project), servedKey(Number(row.serves)), numbers),
      part: row.jira_id === null ? null : { id: String(row.jira_id), name: String(row.name) },
    };
    const key = [row.project, row.serves, row.part].join(' ');
    const known = sums.get(key);
    sums.set(key, known ? { ...known, ...addCells(known, cell) } : cell);
  }
  return [...sums.values()];
};
