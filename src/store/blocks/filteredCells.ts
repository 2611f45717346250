import { sql } from 'kysely';
import { blockFigures, cellOf } from '../../domain/work/blockFigures';
import type { Cell } from '../../domain/work/cell';
import type { WeekCell } from '../../domain/time/weeks';
import type { WindowDays } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import type { RetagCell } from '../../domain/work/retags';
import { NOTHING_ID } from '../sql/storedNumbers';
import type { ServedKey } from '../strategy/servedKeys';
import { hasFacets } from '../work/units';
import { itemsBy } from './countedItems';

/**
 * The cells, weeks and retags of a project's work with some facets. No figures are stored by facet, so the work items are counted. One statement, and
 * another for each further page of tens of thousands.
 */
export const filteredCells = async (
  { project, facets }: { project: number; facets: readonly Facet[] },
  { days, asOf }: { days: WindowDays; asOf: number },
  keys: Promise<ServedKey>,
): Promise<{ cells: Cell[]; weeks: WeekCell[]; retags: RetagCell[] }> => {
  const counted = itemsBy({
    by: 'serves',
    number: sql`COALESCE(w.objective, ${sql.lit(NOTHING_ID)})`,
    where: sql`w.project = ${project} AND w.level >= 0 AND ${hasFacets(facets)}`,
    keys: ['id'],
    index: 'work_item_by_objective',
  });
  const [items, servedKey] = await Promise.all([counted, keys]);
  const figures = [...items].map(([serves, of]) => ({ serves: servedKey(serves), of: blockFigures(of, asOf, []) }));
  return {
    cells: figures.map(({ serves, of }) => cellOf(project, serves, of.whole, days)),
    weeks: figures.flatMap(({ serves, of }) => of.weeks.map((week) => ({ project, serves, ...week }))),
    retags: figures.flatMap(({ serves, of }) => of.retags.map((retag) => ({ project, serves, ...retag }))),
  };
};
