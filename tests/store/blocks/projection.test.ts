import fc from 'fast-check';
import { batches } from '../../../src/domain/batches';
import type { Cell } from '../../../src/domain/work/cell';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { WINDOW_DAYS, windowEnding } from '../../../src/domain/time/window';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { projectCells } from '../../../src/store/blocks/projectSums';
import { outdatedProjects } from '../../../src/store/blocks/outdated';
import { allProjects } from '../../../src/store/work/projects';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { item } from '../../domain/build';
import { onEachEngine } from '../onEachEngine';
import { heldRollups } from './heldRollups';
import { inOrder, plainRollups } from './plainRollups';
import { anySyncedItems, DAY_MS, synced, TODAY } from '../../sync/synced';

const sorted = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => a.project - b.project || String(a.serves).localeCompare(String(b.serves)));

/** A history of a site: what is written in which order, with some items gone at the end. */
const anyHistory = anySyncedItems.chain((items) =>
  fc.record({
    before: fc.shuffledSubarray(items.map((item) => ({ ...item, tag: item.id % 2 ? 'A' : null, parent: null }))),
    batches: fc
      .shuffledSubarray(items, { minLength: items.length })
      .chain((shuffled) => fc.integer({ min: 1, max: items.length }).map((size) => batches(shuffled, size))),
    gone: fc.subarray(items.map(({ id }) => id)),
    items: fc.constant(items),
  }),
);

jest.setTimeout(180_000);

onEachEngine((inDatabase, engine) => {
  const numRuns = engine === 'embedded' ? 100 : 10;

  test('after any history the roll-up is what the counting rules say', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, ({ before, batches, gone, items }) =>
        inDatabase(async () => {
          await writeItems(before.map((item) => synced(item)));
          await refreshOutdated(TODAY * DAY_MS, 'UTC');
          for (const batch of batches) await writeItems(batch.map((item) => synced(item, 1)));
          await writeItems([], gone);
          await refreshOutdated(TODAY * DAY_MS, 'UTC');

          const left = items.filter(({ id }) => !gone.includes(id));
          const window = windowEnding(TODAY, 30);
          const rolledUp = (await Promise.all([1, 2, 3].map((project) => projectCells(project, 30)))).flat();
          expect(sorted(rolledUp)).toEqual(sorted(rollUp(left, window)));
        }),
      ),
      { numRuns },
    );
  });

  test('after any history all roll-ups hold what the counting rules say', async () => {
    // Days far apart, so that they fall into many weeks, some of them too old to be kept apart.
    const stretch = 31;
    const stretched = (item: WorkItem): WorkItem => ({
      ...item,
      created: item.created * stretch,
      ended: item.ended === null ? null : item.ended * stretch,
    });
    const today = TODAY * stretch;
    const days = fc.record({
      window: fc.constantFrom(...WINDOW_DAYS),
      before: fc.integer({ min: 0, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(anyHistory, days, ({ before, batches, gone, items }, { window, before: daysBefore }) =>
        inDatabase(async () => {
          await writeItems(before.map((item) => synced(stretched({ ...item, outcome: 'done', ended: item.created }))));
          await refreshOutdated((today - daysBefore) * DAY_MS, 'UTC');
          for (const batch of batches) await writeItems(batch.map((item) => synced(stretched(item), 1)));
          await writeItems([], gone);
          await refreshOutdated(today * DAY_MS, 'UTC');

          const left = items.filter(({ id }) => !gone.includes(id)).map((item) => synced(stretched(item)));
          const right = inOrder(plainRollups(left, windowEnding(today, window)));
          expect(inOrder(await heldRollups(window))).toEqual(right);
        }),
      ),
      { numRuns },
    );
  });

  test('projects are behind until they are refreshed, and keep their typical estimates', () =>
    inDatabase(async () => {
      await writeItems([1, 2, 3, 8].map((points, index) => synced(item(index + 1, { estimate: points * 1000 }))));
      expect(await outdatedProjects(TODAY)).toHaveLength(1);
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      expect(await outdatedProjects(TODAY)).toHaveLength(0);
      expect(await outdatedProjects(TODAY + 1)).toHaveLength(1);
      const [project] = await allProjects();
      expect(project).toMatchObject({ id: 1, key: 'P1', refreshedDay: TODAY, typical: { median: 2500 } });
    }));

  test('what is stored stays where it is newer', () =>
    inDatabase(async () => {
      await writeItems([synced(item(1, { tag: 'A' }), 5)]);
      await writeItems([synced(item(1, { tag: 'B', outcome: 'done' }), 4)]);
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      const [cell] = await projectCells(1, 30);
      expect(cell).toMatchObject({ serves: 'A', todo: { items: 1 }, done: { items: 0 } });
    }));

  test('a child that comes before its parent inherits once the parent is there, in another project too', () =>
    inDatabase(async () => {
      await writeItems([synced(item(2, { parent: 1 }))]);
      await writeItems([synced(item(1, { level: 1, tag: 'A', project: 2 }))]);
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      expect(await projectCells(1, 90)).toMatchObject([{ serves: 'A', todo: { items: 1 } }]);
      expect(await projectCells(2, 90)).toEqual([]);
    }));
});
