import { sql } from 'kysely';
import type { Cell } from '../domain/rollUp';
import type { WindowDays } from '../domain/window';
import type { WorkFunction } from '../domain/workItem';
import { cellFrom, cellRefs, cellSums, HOLDS_CELL, rolledUpTallies } from './cells';
import { CELL_COLUMNS } from './cellColumns';
import { everyRow } from './everyRow';
import { currentRows, type Rollup } from './recount';
import { type FunctionCellTable, NO_PART } from './schema';
import { unitRows } from './unitRows';

const NONE = sql.lit(NO_PART);

/**
 * The cells cut up by component, and once more by team: every item is in one part of each kind. The items are gone through once;
 * what they add up to by component and team takes part in both kinds.
 */
export const functionRollup: Rollup = {
  table: 'rollup_function',
  keys: ['kind', 'part', 'serves'],
  sums: CELL_COLUMNS,
  holds: HOLDS_CELL,
  counts: (scope) => sql`
    SELECT sums.*, kinds.kind,
      CASE kinds.kind WHEN 'component' THEN COALESCE(sums.component, ${NONE}) ELSE COALESCE(sums.team, ${NONE}) END AS part
    FROM (
      SELECT project, component, team, serves, ${cellSums(scope.asOf, rolledUpTallies(scope.asOf))}
      FROM (${unitRows(scope)}) items
      GROUP BY project, component, team, serves
    ) sums CROSS JOIN (SELECT 'component' AS kind UNION ALL SELECT 'team' AS kind) kinds`,
};

/** The cells of a part of a project; `null` for the work without a component or team. */
export type FunctionCell = Cell & { part: WorkFunction | null };

/** The cells of all projects by component or team: one statement, unless there are many thousands. */
export const functionCells = async (kind: FunctionCellTable['kind'], days: WindowDays): Promise<FunctionCell[]> => {
  const rows = await everyRow({
    columns: { ...cellRefs(days), part: sql.ref('r.part'), jira_id: sql.ref('f.jira_id'), name: sql.ref('f.name') },
    from: sql`${currentRows(functionRollup)} LEFT JOIN work_function f ON f.id = r.part`,
    where: sql`${HOLDS_CELL} AND r.kind = ${kind}`,
    keys: ['project', 'part', 'serves'],
  });
  return rows.flatMap((row) => {
    const cell = cellFrom(row, `done${days}`);
    if (cell === null) return [];
    return { ...cell, part: row.jira_id === null ? null : { id: String(row.jira_id), name: String(row.name) } };
  });
};
