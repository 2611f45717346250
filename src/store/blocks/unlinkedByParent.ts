import { sql } from 'kysely';
import { NO_PART } from '../../domain/work/blockFigures';
import type { Cell } from '../../domain/work/cell';
import type { WindowDays } from '../../domain/time/window';
import { columnsOf } from '../sql/columnsOf';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import { NOTHING_ID } from '../sql/storedNumbers';
import { addedAlike } from './addedParts';
import { cellReader } from './cellColumns';
import { unpackParts } from './packed';

/** A project's work that serves nothing and is directly below one issue. `parent`: that issue, of any project; `null`: work without a parent */
export type UnlinkedBelow = { parent: number | null; cell: Cell };

/** What a block's row weighs beside its text. */
const ROW_BYTES = 50;

/**
 * A project's unlinked work by parent, added up from its blocks of such work. One statement, or two and one for each 2 MB of their texts; two
 * where there is none.
 */
export const unlinkedByParent = async (project: number, days: WindowDays): Promise<UnlinkedBelow[]> => {
  const rows = await selectAllByBytes({
    columns: columnsOf('b', ['id', 'parents']),
    from: sql`block b`,
    where: sql`b.project = ${project} AND b.serves = ${NOTHING_ID}`,
    keys: ['id'],
    index: { table: 'b', name: 'block_by_project' },
    texts: ['parents'],
    rowBytes: ROW_BYTES,
  });
  const cellOf = cellReader(days);
  return addedAlike(rows.flatMap((row) => unpackParts(String(row.parents ?? '')))).map(({ part, numbers }) => ({
    parent: part === NO_PART ? null : part,
    cell: cellOf(project, null, numbers),
  }));
};
