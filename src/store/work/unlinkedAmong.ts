import { EPIC_LEVEL } from '../../domain/work/workItem';
import { database } from '../sql/database';

/** Those of these issues that are epics of a project and serve nothing. One statement, none without issues. */
export const unlinkedAmong = async (ids: readonly number[], project: number): Promise<ReadonlySet<number>> => {
  if (ids.length === 0) return new Set();
  const rows = await database
    .selectFrom('work_item')
    .select('id')
    .where('id', 'in', ids)
    .where('project', '=', project)
    .where('level', '=', EPIC_LEVEL)
    .where('objective', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => Number(id)));
};
