import { sql } from 'kysely';
import type { FoundItem } from '../../domain/jql/covering';
import type { UnitState } from '../../domain/work/countedWork';
import type { Window } from '../../domain/time/window';
import { batches } from '../../domain/batches';
import { columnsOf } from '../sql/columnsOf';
import { database } from '../sql/database';
import { numberIn, type Row } from '../sql/rowValues';
import { selectAll } from '../sql/selectAll';
import { NOTHING_ID } from '../sql/storedNumbers';
import { isCountedIn } from './units';

type Asked = {
  projects: readonly number[];
  /** stored ids of what the units serve, as in a block's `serves` */
  serves: readonly number[];
  states: readonly UnitState[];
  window: Window;
};

/**
 * The units of some projects that serve some objectives, or nothing, in these states. One statement for each few tens of
 * thousands. Neither list may be empty.
 */
export const unitsServing = async ({ projects, serves, states, window }: Asked): Promise<FoundItem[]> => {
  const objectives = serves.filter((id) => id !== NOTHING_ID);
  const isServed = [
    ...(objectives.length < serves.length ? [sql`w.objective IS NULL`] : []),
    ...(objectives.length > 0 ? [sql`w.objective IN (${sql.join(objectives)})`] : []),
  ];
  const rows = await selectAll({
    columns: columnsOf('w', ['id', 'parent']),
    from: sql`work_item w`,
    where: sql`w.project IN (${sql.join(projects)}) AND (${sql.join(isServed, sql` OR `)}) AND ${isCountedIn(states, window)}`,
    keys: ['id'],
    index: { table: 'w', name: 'work_item_by_objective' },
  });
  return rows.map(({ id, parent }) => ({ id: Number(id), parent: numberIn(parent) }));
};

/** Ids that one statement names. */
const IDS_A_STATEMENT = 1_000;

/** How many work items have each of these as their parent. One statement for each 1,000. */
export const childrenCounts = async (parents: readonly number[]): Promise<Map<number, number>> => {
  const counts = new Map<number, number>();
  for (const some of batches(parents, IDS_A_STATEMENT)) {
    const { rows } = await sql<Row>`
      SELECT /*+ USE_INDEX(w, work_item_by_parent) */ w.parent, COUNT(*) AS children FROM work_item w
      WHERE w.parent IN (${sql.join(some)}) GROUP BY w.parent`.execute(database);
    for (const { parent, children } of rows) counts.set(Number(parent), Number(children));
  }
  return counts;
};
