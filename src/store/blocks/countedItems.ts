import { type RawBuilder, sql } from 'kysely';
import type { CountedItem } from '../../domain/work/blockFigures';
import { numberColumns, optionalNumber } from '../sql/numberColumns';
import { selectAll } from '../sql/selectAll';
import type { Row } from '../sql/rowValues';
import { OUTCOMES } from '../sql/storedNumbers';

/** Columns that are never NULL, and those that may be. */
const WHOLE = ['id', 'level', 'unit', 'orphan', 'outcome', 'created', 'blocked'] as const;
const OPTIONAL = ['estimate', 'ended', 'component', 'team', 'assignee', 'parent', 'retagged'] as const;
const COLUMNS = numberColumns('w', WHOLE, OPTIONAL);

/** The work items of blocks, by block. One statement by index for each page of tens of thousands. */
export const countedItems = async (blocks: readonly number[]): Promise<Map<number, CountedItem[]>> => {
  if (blocks.length === 0) return new Map();
  return itemsBy({
    by: 'block',
    number: sql.ref('w.block'),
    where: sql`w.block IN (${sql.join(blocks)})`,
    keys: ['block', 'id'],
    index: 'work_item_by_block',
  });
};

type ItemsBy = {
  /** name of the number that groups them */
  by: string;
  /** its expression; never NULL */
  number: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  keys: readonly string[];
  /** the index of `work_item` to use */
  index: string;
};

/** The work items `w` that meet a condition, grouped by a number. One statement for each page of tens of thousands. */
export const itemsBy = async ({ by, number, where, keys, index }: ItemsBy): Promise<Map<number, CountedItem[]>> => {
  const rows = await selectAll({
    columns: { ...COLUMNS, [by]: number },
    whole: [by, ...WHOLE, ...OPTIONAL],
    from: sql`work_item w`,
    where,
    keys,
    index: { table: 'w', name: index },
  });
  const items = new Map<number, CountedItem[]>();
  for (const row of rows) {
    const key = Number(row[by]);
    const known = items.get(key);
    if (known) known.push(itemFrom(row));
    else items.set(key, [itemFrom(row)]);
  }
  return items;
};

const itemFrom = (row: Row): CountedItem => {
  const number = (name: string) => Number(row[name]);
  const optional = (name: string) => optionalNumber(row[name]);
  return {
    id: number('id'),
    level: number('level'),
    unit: number('unit') === 1,
    orphan: number('orphan') === 1,
    outcome: OUTCOMES[number('outcome')] ?? 'todo',
    estimate: optional('estimate'),
    created: number('created'),
    ended: optional('ended'),
    blocked: number('blocked') === 1,
    component: optional('component'),
    team: optional('team'),
    assignee: optional('assignee'),
    parent: optional('parent'),
    retagged: optional('retagged'),
  };
};
