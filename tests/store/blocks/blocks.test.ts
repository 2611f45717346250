import { blockFigures } from '../../../src/domain/work/blockFigures';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { projectCells } from '../../../src/store/blocks/projectSums';
import { countedItems } from '../../../src/store/blocks/countedItems';
import { outdatedAmong, outdatedProjects } from '../../../src/store/blocks/outdated';
import { storeFigures } from '../../../src/store/blocks/storeFigures';
import { ITEMS_A_BLOCK } from '../../../src/store/blocks/placeItems';
import { database } from '../../../src/store/sql/database';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { refreshOutdated, refreshSome } from '../../../src/sync/follow/refresh';
import { item } from '../../domain/build';
import { onEachEngine } from '../onEachEngine';
import { DAY_MS, synced, TODAY } from '../../sync/synced';

jest.setTimeout(180_000);

const EPIC = 10_000;
const A_WRITE = 1500;

const stories = (count: number, changes: Partial<WorkItem> = {}): WorkItem[] =>
  Array.from({ length: count }, (_, index) => item(index + 1, changes));

const write = async (items: readonly WorkItem[], updated = 0): Promise<void> => {
  for (let from = 0; from < items.length; from += A_WRITE)
    await writeItems(
      items.slice(from, from + A_WRITE).map((one) => synced(one, updated)),
      [],
    );
};
const refresh = () => refreshOutdated(TODAY * DAY_MS, 'UTC');

/** Of each block what it serves, and how many items it says and has. */
const blocks = async () => {
  const rows = await database
    .selectFrom('block as b')
    .leftJoin('objective as o', 'o.id', 'b.serves')
    .leftJoin('work_item as w', 'w.block', 'b.id')
    .select(({ fn }) => ['b.id', 'o.objective_key', 'b.items', fn.count('w.id').as('held')])
    .groupBy(['b.id', 'o.objective_key', 'b.items'])
    .orderBy('b.id')
    .execute();
  return rows.map((row) => ({ serves: row.objective_key, items: Number(row.items), held: Number(row.held) }));
};

onEachEngine((inDatabase) => {
  test('the items of a project that serve the same lie in blocks of at most a thousand', () =>
    inDatabase(async () => {
      await write(stories(2600));
      await refresh();
      const found = await blocks();
      expect(found.reduce((sum, { held }) => sum + held, 0)).toBe(2600);
      for (const { items, held } of found) {
        expect(held).toBeLessThanOrEqual(ITEMS_A_BLOCK);
        expect(items).toBe(held);
      }
      expect(found.length).toBeLessThanOrEqual(4);
      expect(await projectCells(1, 90)).toMatchObject([{ serves: null, todo: { items: 2600 } }]);
    }));

  test('when the day turns, a project that takes too long for one run is counted by the next ones', () =>
    inDatabase(async () => {
      await write(stories(6500));
      // Each look at the clock is six seconds later: after the first group of blocks the time is up.
      let now = TODAY * DAY_MS;
      const clock = () => (now += 6000);
      const runs = [await refreshSome(clock, 'UTC')];
      const outdated = (await outdatedAmong([1], TODAY)).flatMap((project) => project.blocks).length;
      expect(outdated).toBeGreaterThan(0);
      expect(outdated).toBeLessThan((await blocks()).length);
      while (runs.length < 10 && (await outdatedProjects(TODAY)).length > 0) runs.push(await refreshSome(clock, 'UTC'));
      expect(runs.length).toBeGreaterThan(1);
      expect(await refreshSome(clock, 'UTC')).toBe(true);
      expect(await projectCells(1, 90)).toMatchObject([{ serves: null, todo: { items: 6500 } }]);
    }));

  test('a change counts the block again that has the item, not its project', () =>
    inDatabase(async () => {
      await write(stories(2600));
      await refresh();
      await writeItems([synced(item(2000, { outcome: 'doing' }), 1)]);
      const [project] = await outdatedAmong([1], TODAY);
      expect(project?.blocks).toHaveLength(1);
      expect(project?.blocks[0]?.items).toBeLessThanOrEqual(ITEMS_A_BLOCK);
      await refresh();
      expect(await projectCells(1, 90)).toMatchObject([{ todo: { items: 2599 }, doing: { items: 1 } }]);
    }));

  test('a project whose blocks were counted, and not added up before a crash, is behind until they are', () =>
    inDatabase(async () => {
      await write(stories(3));
      await refresh();
      await writeItems([synced(item(2, { outcome: 'doing' }), 1)]);
      const [project] = await outdatedAmong([1], TODAY);
      const items = await countedItems((project?.blocks ?? []).map(({ id }) => id));
      await storeFigures(
        (project?.blocks ?? []).map((block) => ({ block, figures: blockFigures(items.get(block.id) ?? [], TODAY) })),
        TODAY,
      );
      expect(await projectCells(1, 90)).toMatchObject([{ todo: { items: 3 } }]);
      expect(await outdatedProjects(TODAY)).toEqual([1]);
      expect(await outdatedAmong([1], TODAY)).toEqual([{ id: 1, blocks: [] }]);
      await refresh();
      expect(await projectCells(1, 90)).toMatchObject([{ todo: { items: 2 }, doing: { items: 1 } }]);
      expect(await outdatedProjects(TODAY)).toEqual([]);
    }));

  test('what an epic takes along moves to blocks of what it serves then, and room that it leaves is used again', () =>
    inDatabase(async () => {
      await write([item(EPIC, { level: 1 }), ...stories(1200, { parent: EPIC })]);
      await refresh();
      await writeItems([synced(item(EPIC, { level: 1, tag: 'A' }), 1)]);
      await refresh();
      expect(await projectCells(1, 90)).toMatchObject([{ serves: 'A', todo: { items: 1200 } }]);
      const before = await blocks();
      await writeItems([synced(item(EPIC, { level: 1 }), 2)]);
      await refresh();
      expect(await projectCells(1, 90)).toMatchObject([{ serves: null, todo: { items: 1200 } }]);
      expect(await blocks()).toHaveLength(before.length);
    }));
});
