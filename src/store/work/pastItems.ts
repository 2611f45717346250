import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import type { Coverage } from '../../domain/work/coverage';
import { isDropped, type PastItem } from '../../domain/work/pastWork';
import { numberColumns, optionalNumber } from '../sql/numberColumns';
import type { Row } from '../sql/rowValues';
import { selectAll, type SelectQuery } from '../sql/selectAll';
import { NOTHING_ID, OUTCOMES } from '../sql/storedNumbers';
import type { ServedKey } from '../strategy/servedKeys';
import { MOST_LEVELS } from './findWorkItems';

/** Columns that are never NULL, and those that may be. */
const WHOLE = ['id', 'project', 'level', 'outcome', 'created'] as const;
const OPTIONAL = ['parent', 'estimate', 'tag', 'ended', 'assignee'] as const;

const QUERY: Pick<SelectQuery, 'columns' | 'whole' | 'textBytes' | 'from' | 'keys'> = {
  columns: numberColumns('w', WHOLE, OPTIONAL),
  whole: [...WHOLE, ...OPTIONAL],
  // Only the numbers, of which most are short.
  textBytes: 8,
  from: sql`work_item w`,
  keys: ['id'],
};

/** Ids that one statement names. */
const IDS_A_STATEMENT = 10_000;

/** Items of many projects are read in the order of their ids, so that nothing is sorted; those of one by its index. */
const IN_ORDER = { table: 'w', name: 'PRIMARY' };
const OF_PROJECT = { table: 'w', name: 'work_item_by_objective' };

/** How work items of other projects are found. */
type Link = { column: 'id' | 'parent'; index?: SelectQuery['index'] };
const BY_ID: Link = { column: 'id' };
const BY_PARENT: Link = { column: 'parent', index: { table: 'w', name: 'work_item_by_parent' } };

type Asked = {
  day: number;
  coverage: Pick<Coverage, 'covers' | 'covered'>;
  servedKey: ServedKey;
  /** reading ends when more than so many items were found */
  most: number;
};

/**
 * The work items that existed at the end of a day: of the covered projects those of level 0 and above, with what is
 * above them in other projects, and their children there. Where all projects are covered, all items of the site. One
 * statement for each 45,000; two or three more where some projects are covered.
 */
export const pastItems = async ({ day, coverage, servedKey, most }: Asked): Promise<PastItem[]> => {
  const existed = sql`w.created <= ${day}`;
  const read = async (query: Pick<SelectQuery, 'where' | 'index'>): Promise<PastItem[]> =>
    (await selectAll({ ...QUERY, ...query, most })).map((row) => itemFrom(row, servedKey));
  if (coverage.covers === 'all') return read({ where: sql`w.id > 0 AND ${existed}`, index: IN_ORDER });
  const [project, another] = coverage.covered;
  if (project === undefined) return [];
  const own = await read(
    another === undefined
      ? { where: sql`w.project = ${project} AND w.level >= 0 AND ${existed}`, index: OF_PROJECT }
      : {
          where: sql`w.id > 0 AND w.project IN (${sql.join([...coverage.covered])}) AND w.level >= 0 AND ${existed}`,
          index: IN_ORDER,
        },
  );
  if (own.length > most) return own;
  const others = async (ids: ReadonlySet<number>, { column, index }: Link): Promise<PastItem[]> => {
    const found: PastItem[] = [];
    for (const some of batches([...ids], IDS_A_STATEMENT)) {
      const isAsked = sql`${sql.ref(`w.${column}`)} IN (${sql.join(some)})`;
      found.push(...(await read({ where: sql`${isAsked} AND ${existed}`, index })));
    }
    return found;
  };
  const above = await aboveThem(own, (ids) => others(ids, BY_ID));
  const inSight = new Set([...own, ...above].map(({ id }) => id));
  const below = await others(undivided(own, day), BY_PARENT);
  return [...own, ...above, ...below.filter(({ id }) => !inSight.has(id))];
};

/** What is above some items and not among them, level by level. */
const aboveThem = async (
  items: readonly PastItem[],
  read: (ids: ReadonlySet<number>) => Promise<PastItem[]>,
): Promise<PastItem[]> => {
  const known = new Set(items.map(({ id }) => id));
  const above: PastItem[] = [];
  let lowest = items;
  for (let level = 0; level < MOST_LEVELS && lowest.length > 0; level += 1) {
    const missing = new Set(lowest.flatMap(({ parent }) => (parent === null || known.has(parent) ? [] : parent)));
    for (const id of missing) known.add(id);
    lowest = await read(missing);
    above.push(...lowest);
  }
  return above;
};

/** Items above level 0 that no other of these divides, so that only children elsewhere could. */
const undivided = (items: readonly PastItem[], day: number): Set<number> => {
  const parents = new Set(items.flatMap((item) => (isDropped(item, day) ? [] : (item.parent ?? []))));
  return new Set(items.filter(({ id, level }) => level > 0 && !parents.has(id)).map(({ id }) => id));
};

const itemFrom = (row: Row, servedKey: ServedKey): PastItem => {
  const number = (name: (typeof WHOLE)[number]) => Number(row[name]);
  const optional = (name: (typeof OPTIONAL)[number]) => optionalNumber(row[name]);
  return {
    id: number('id'),
    project: number('project'),
    level: number('level'),
    outcome: OUTCOMES[number('outcome')] ?? 'todo',
    created: number('created'),
    parent: optional('parent'),
    estimate: optional('estimate'),
    tag: servedKey(optional('tag') ?? NOTHING_ID),
    ended: optional('ended'),
    assignee: optional('assignee'),
  };
};
