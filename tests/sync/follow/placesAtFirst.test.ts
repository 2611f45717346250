import type { WorkItem } from '../../../src/domain/work/workItem';
import { database } from '../../../src/store/sql/database';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { item } from '../../domain/build';
import { runWithSql } from '../../site/platform/forge/runWithSql';
import { migrated } from '../../site/platform/sql/migrated';
import { synced, TODAY } from '../synced';

/** Writes items and is ended right after they are stored, before anything follows from it. */
const writeAndEnd = async (
  stored: readonly WorkItem[],
  written: readonly WorkItem[],
  linked: readonly number[] = [],
) => {
  const engine = await migrated();
  const asWritten = written.map((one) => ({ ...synced(one), linked: linked.includes(one.id) ? [99] : [] }));
  await runWithSql(engine, () => writeItems(stored.map((one) => synced(one))));
  let isEnded = false;
  const ending = {
    ...engine,
    execute: async (query: string, params: unknown[]) => {
      if (isEnded) throw new Error('The function was ended.');
      isEnded = /^insert into `work_item`/.test(query);
      return engine.execute(query, params);
    },
  };
  await expect(runWithSql(ending, () => writeItems(asWritten))).rejects.toThrow('ended');
  const rows = await runWithSql(engine, () =>
    database
      .selectFrom('work_item as w')
      .leftJoin('objective as o', 'o.id', 'w.objective')
      .leftJoin('block as b', 'b.id', 'w.block')
      .leftJoin('objective as s', 's.id', 'b.serves')
      .select(['w.id', 'o.objective_key as serves', 'b.version', 's.objective_key as placed'])
      .where(
        'w.id',
        'in',
        written.map(({ id }) => id),
      )
      .orderBy('w.id')
      .execute(),
  );
  /** What is retagged once another function has done it again, on a day. */
  const retaggedAfter = () =>
    runWithSql(engine, async () => {
      await writeItems(asWritten, [], TODAY);
      const found = await database.selectFrom('work_item').select('id').where('retagged', 'is not', null).execute();
      return found.map(({ id }) => Number(id));
    });
  return { rows: rows.map(({ id, serves, version, placed }) => ({ id, serves, placed, version })), retaggedAfter };
};

const epic = (changes: Partial<WorkItem> = {}) => item(1, { level: 1, ...changes });
const story = (changes: Partial<WorkItem> = {}) => item(2, { parent: 1, outcome: 'doing', ...changes });
const subTask = (changes: Partial<WorkItem> = {}) => item(3, { level: -1, parent: 2, outcome: 'doing', ...changes });

const placed = (id: number, key: string | null) => expect.objectContaining({ id, serves: key, placed: key }) as object;
const unplaced = (id: number) => expect.objectContaining({ id, version: null }) as object;

describe('what new items serve and where they lie, as they are first stored', () => {
  it('is what they inherit from what is stored, and from what is written with them', async () => {
    const { rows } = await writeAndEnd([epic({ tag: 'A' })], [subTask({ tag: 'B' }), story()]);
    expect(rows).toEqual([placed(2, 'A'), placed(3, 'A')]);
  });

  it('is their own tag, or nothing where nothing above has one', async () => {
    const { rows } = await writeAndEnd([epic()], [story({ tag: 'B' }), item(4, { parent: 1 }), item(5)]);
    expect(rows).toEqual([placed(2, 'B'), placed(4, null), placed(5, null)]);
  });

  it('marks their blocks before they are stored, so that an end shows', async () => {
    const { rows } = await writeAndEnd([epic()], [story({ tag: 'B' })]);
    // Opened at 1 and raised.
    expect(rows.map(({ version }) => Number(version))).toEqual([2]);
  });

  it('is open where stored items inherit from them, so that who does it again knows them as new', async () => {
    const { rows, retaggedAfter } = await writeAndEnd([story()], [epic({ tag: 'A' })]);
    expect(rows).toEqual([unplaced(1)]);
    expect(await retaggedAfter()).toEqual([]);
  });

  it('is open where a link may decide, on them or on what is written above them', async () => {
    const { rows, retaggedAfter } = await writeAndEnd([], [epic(), story(), item(4)], [1]);
    expect(rows).toEqual([unplaced(1), unplaced(2), placed(4, null)]);
    expect(await retaggedAfter()).toEqual([]);
  });

  it('is open in a circle', async () => {
    const { rows } = await writeAndEnd([], [item(1, { parent: 2 }), item(2, { parent: 1 })]);
    expect(rows).toEqual([unplaced(1), unplaced(2)]);
  });
});
