import { sql } from 'kysely';
import { blockFigures, cellOf } from '../../domain/work/blockFigures';
import type { Cell } from '../../domain/work/cell';
import type { WindowDays } from '../../domain/time/window';
import { type Facet, RUN } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { NOTHING_ID, RUN_ID } from '../sql/storedNumbers';
import { hasFacet } from '../work/units';
import { itemsBy } from './countedItems';

/**
 * The cells of the work of a project that has some facets, counted from the work items, of which no figures are kept: two statements,
 * and another for each further page of tens of thousands.
 */
export const filteredCells = async (
  { project, facets }: { project: number; facets: readonly Facet[] },
  { days, asOf }: { days: WindowDays; asOf: number },
): Promise<Cell[]> => {
  const items = await itemsBy({
    by: 'serves',
    number: sql`COALESCE(w.objective, ${sql.lit(NOTHING_ID)})`,
    where: sql`w.project = ${project} AND w.level >= 0 AND ${sql.join(facets.map(hasFacet), sql` AND `)}`,
    keys: ['id'],
    index: 'work_item_by_objective',
  });
  const keys = await objectiveKeys([...items.keys()].filter((id) => id !== NOTHING_ID && id !== RUN_ID));
  const served = (id: number): string | null => (id === RUN_ID ? RUN : (keys.get(id) ?? null));
  return [...items].map(([serves, of]) => cellOf(project, served(serves), blockFigures(of, asOf).whole, days));
};

const objectiveKeys = async (ids: readonly number[]): Promise<Map<number, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.selectFrom('objective').select(['id', 'objective_key']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [Number(row.id), row.objective_key]));
};
