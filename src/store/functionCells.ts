import { sql } from 'kysely';
import type { Cell } from '../domain/rollUp';
import type { Measure } from '../domain/tally';
import type { WindowDays } from '../domain/window';
import type { WorkFunction } from '../domain/workItem';
import { cellFrom, cellRefs, HOLDS_CELL } from './cells';
import { everyRow } from './everyRow';
import { currentCells } from './rollups';
import type { RollupKind } from './schema';

/** The cells of a part of a project; `null` for the work without a component or team. */
export type FunctionCell = Cell & { part: WorkFunction | null };

/** The cells of all projects by component or team, as `portfolioCells` are: one statement, unless there are many thousands. */
export const functionCells = async (
  kind: Exclude<RollupKind, 'whole' | 'person'>,
  days: WindowDays,
  measure?: Measure,
): Promise<FunctionCell[]> => {
  const { columns, whole } = cellRefs(days, measure);
  const rows = await everyRow({
    columns: { ...columns, part: sql.ref('r.part'), jira_id: sql.ref('f.jira_id'), name: sql.ref('f.name') },
    whole: [...whole, 'part'],
    from: sql`${currentCells(kind)} LEFT JOIN work_function f ON f.id = r.part`,
    where: HOLDS_CELL,
    keys: ['project', 'part', 'serves'],
  });
  return rows.flatMap((row) => {
    const cell = cellFrom(row, `done${days}`);
    if (cell === null) return [];
    return { ...cell, part: row.jira_id === null ? null : { id: String(row.jira_id), name: String(row.name) } };
  });
};
