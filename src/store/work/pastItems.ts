import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import type { Coverage } from '../../domain/work/coverage';
import { type PastItem, PastItems } from '../../domain/work/pastItems';
import { dividesParent } from '../../domain/work/pastWork';
import { numberColumns, optionalNumber } from '../sql/numberColumns';
import type { Row } from '../sql/rowValues';
import { pagesOf, type SelectQuery } from '../sql/selectAll';
import { NOTHING_ID, OUTCOMES } from '../sql/storedNumbers';
import type { ServedKey } from '../strategy/servedKeys';
import { MOST_LEVELS } from './findWorkItems';

/** Columns that are never NULL, and those that may be. */
const WHOLE = ['id', 'project', 'level', 'outcome', 'created'] as const;
const OPTIONAL = ['parent', 'estimate', 'tag', 'own', 'link', 'ended', 'assignee'] as const;

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
  /** ids of the issues that are objectives */
  issues: Iterable<number>;
  /** reading ends when more than so many items were found */
  most: number;
};

/**
 * The work items that existed at the end of a day: of the covered projects those of level 0 and above, with what is
 * above them in other projects, and their children there; and the issues that are objectives, with what is above them.
 * Where all projects are covered, all items of the site. One statement for each 38,000; two to four more where some
 * projects are covered.
 */
export const pastItems = async ({ day, coverage, servedKey, issues, most }: Asked): Promise<PastItems> => {
  const items = new PastItems();
  const existed = sql`w.created <= ${day}`;
  const read = async (query: Pick<SelectQuery, 'where' | 'index'>): Promise<void> => {
    for await (const rows of pagesOf({ ...QUERY, ...query, most })) {
      for (const row of rows) if (!items.has(Number(row.id))) items.add(itemFrom(row, servedKey));
    }
  };
  if (coverage.covers === 'all') {
    await read({ where: sql`w.id > 0 AND ${existed}`, index: IN_ORDER });
    return items;
  }
  const [project, another] = coverage.covered;
  if (project !== undefined)
    await read(
      another === undefined
        ? { where: sql`w.project = ${project} AND w.level >= 0 AND ${existed}`, index: OF_PROJECT }
        : {
            where: sql`w.id > 0 AND w.project IN (${sql.join([...coverage.covered])}) AND w.level >= 0 AND ${existed}`,
            index: IN_ORDER,
          },
    );
  if (items.length > most) return items;
  const readOthers = async (ids: Iterable<number>, { column, index }: Link): Promise<void> => {
    for (const some of batches([...ids], IDS_A_STATEMENT)) {
      const isAsked = sql`${sql.ref(`w.${column}`)} IN (${sql.join(some)})`;
      await read({ where: sql`${isAsked} AND ${existed}`, index });
    }
  };
  await readOthers(
    [...issues].filter((id) => !items.has(id)),
    BY_ID,
  );
  await readAbove(items, (ids) => readOthers(ids, BY_ID));
  await readOthers(undivided(items, day, coverage.covered), BY_PARENT);
  return items;
};

/** Reads what is above some items and not among them, level by level. */
const readAbove = async (items: PastItems, read: (ids: ReadonlySet<number>) => Promise<void>): Promise<void> => {
  const asked = new Set<number>();
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const missing = new Set<number>();
    for (const { parent } of items)
      if (parent !== null && !asked.has(parent) && !items.has(parent)) missing.add(parent);
    if (missing.size === 0) return;
    for (const id of missing) asked.add(id);
    await read(missing);
  }
};

/** Items above level 0 that count and that no other of these divides, so that only children elsewhere could. */
const undivided = (items: PastItems, day: number, covered: ReadonlySet<number>): Set<number> => {
  const whole = new Set<number>();
  for (const { id, level, project, isObjective } of items)
    if (level > 0 && !isObjective && covered.has(project)) whole.add(id);
  for (const item of items) if (item.parent !== null && dividesParent(item, day)) whole.delete(item.parent);
  return whole;
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
    tag: servedKey(optional('own') ?? optional('tag') ?? NOTHING_ID),
    isObjective: optional('own') !== null,
    link: servedKey(optional('link') ?? NOTHING_ID),
    ended: optional('ended'),
    assignee: optional('assignee'),
  };
};
