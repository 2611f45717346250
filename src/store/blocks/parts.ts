import { sql } from 'kysely';
import type { PartKind } from '../../domain/work/blockFigures';
import type { Cell } from '../../domain/work/cell';
import type { Measure } from '../../domain/work/tally';
import type { WindowDays } from '../../domain/time/window';
import type { WorkFunction } from '../../domain/work/workItem';
import { selectAll } from '../sql/selectAll';
import { PART_KINDS } from '../sql/storedNumbers';
import { addedUp, cellFrom, cellRefs, holdsAnything } from './selectCells';

/** The cells of a part of a project; `null` for the work without a component or team. */
export type FunctionCell = Cell & { part: WorkFunction | null };

/** The number that stands for a kind of part. */
export const partKindId = (kind: PartKind): number => PART_KINDS.indexOf(kind);

/** The cells of all projects by component or team: one statement, and another for each further page of ten thousands. */
export const functionCells = async (kind: PartKind, days: WindowDays, measure?: Measure): Promise<FunctionCell[]> => {
  const { columns, whole } = cellRefs('r', days, measure);
  const rows = await selectAll({
    columns: {
      ...columns,
      part: sql.ref('r.part'),
      block: sql.ref('r.block'),
      jira_id: sql.ref('f.jira_id'),
      name: sql.ref('f.name'),
    },
    whole: [...whole, 'part', 'block'],
    from: sql`block_part r JOIN block b ON b.id = r.block AND r.version >= b.refreshed
      LEFT JOIN objective o ON o.id = r.serves LEFT JOIN work_function f ON f.id = r.part`,
    where: sql`r.kind = ${sql.lit(partKindId(kind))} AND ${holdsAnything('r')}`,
    keys: ['project', 'serves', 'part', 'block'],
  });
  const cells = rows.map((row): FunctionCell => ({
    ...cellFrom(row, days),
    part: row.jira_id === null ? null : { id: String(row.jira_id), name: String(row.name) },
  }));
  return addedUp(cells, ({ project, serves, part }) => `${project} ${serves} ${part?.id}`);
};
