import fc from 'fast-check';
import { unitsOf } from '../../../src/domain/reference/hierarchy';
import { provenanceOf } from '../../../src/domain/work/provenance';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { blockedPage } from '../../../src/store/blocks/blockedWork';
import { openWorkByObjective } from '../../../src/store/blocks/blocksServing';
import { findUnlinkedEpics } from '../../../src/store/work/unlinkedEpics';
import { unlinkedPage } from '../../../src/store/work/unlinkedWork';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { done, item } from '../../domain/build';
import { onEachEngine } from '../onEachEngine';
import { servedUnits } from '../blocks/plainRollups';
import { anySyncedItems, DAY_MS, synced, TODAY } from '../../sync/synced';

jest.setTimeout(180_000);

const isOpen = ({ outcome }: WorkItem): boolean => outcome === 'todo' || outcome === 'doing';

/** The epics of a project that serve nothing and are not over, with the open units below them, as the contract has it. */
const plainEpics = (items: readonly WorkItem[], project: number) => {
  const byId = new Map(items.map((one) => [one.id, one]));
  const units = new Set(unitsOf(items).filter(isOpen));
  const below = (id: number): Set<number> => {
    const ids = new Set([id]);
    for (const at of ids) for (const one of items) if (one.parent === at && one.level >= 0) ids.add(one.id);
    return ids;
  };
  return items
    .filter((one) => one.project === project && one.level >= 1 && isOpen(one))
    .filter((one) => provenanceOf(one, byId).kind === 'none')
    .map(({ id }) => ({ id, units: [...below(id)].filter((one) => units.has(byId.get(one)!)).length }))
    .sort((a, b) => b.units - a.units || b.id - a.id);
};

onEachEngine((inDatabase, engine) => {
  const numRuns = engine === 'embedded' ? 100 : 10;
  const hold = async (items: readonly WorkItem[]): Promise<void> => {
    await writeItems(items.map((one) => synced(one)));
    await refreshOutdated(TODAY * DAY_MS, 'UTC');
  };

  test('blocked work, unlinked epics and open work are those that the counting rules find', async () => {
    await fc.assert(
      fc.asyncProperty(anySyncedItems, fc.integer({ min: 1, max: 5 }), (items, limit) =>
        inDatabase(async () => {
          await hold(items);
          const units = servedUnits(items, TODAY);
          const open = units.filter(isOpen);
          for (const projects of [null, [1, 2]]) {
            const ids = open
              .filter(
                ({ blocked, serves, project }) =>
                  blocked && ['A', 'B'].includes(serves ?? '') && (projects?.includes(project) ?? true),
              )
              .map(({ id }) => id)
              .sort((a, b) => b - a);
            const right = { ids: ids.slice(0, limit), total: ids.length };
            expect(await blockedPage(['A', 'B', 'NONE'], projects, limit)).toEqual(right);
          }
          expect((await openWorkByObjective('A')).get('A') ?? 0).toBe(
            open.filter(({ serves }) => serves === 'A').length,
          );
          const epics = plainEpics(items, 1);
          expect(await findUnlinkedEpics(1, limit)).toEqual({ ids: epics.slice(0, limit), total: epics.length });
        }),
      ),
      { numRuns },
    );
  });

  test('an epic counts what lies below it at any depth and in any project, and itself before it is broken down', () =>
    inDatabase(async () => {
      await hold([
        item(1, { level: 2 }),
        item(2, { level: 1, parent: 1 }),
        item(3, { parent: 2 }),
        item(4, { parent: 2, project: 2, outcome: 'doing' }),
        done(5, 3, { parent: 2 }),
        item(6, { level: -1, parent: 3 }),
        item(7, { level: 1 }),
        item(8, { level: 1, tag: 'A' }),
        done(9, 3, { level: 1 }),
      ]);
      expect(await findUnlinkedEpics(1, 50)).toEqual({
        ids: [
          { id: 2, units: 2 },
          { id: 1, units: 2 },
          { id: 7, units: 1 },
        ],
        total: 3,
      });
    }));

  test('unlinked work is found newest first, however few of the newest items are asked for', () =>
    inDatabase(async () => {
      // Of 1,500 items few are to do, the newest 30 and one in 50 below; the rest is done before the window.
      const isAsked = (id: number): boolean => id > 1470 || id % 50 === 0;
      const items = Array.from({ length: 1500 }, (_, at) => (isAsked(at + 1) ? item(at + 1) : done(at + 1, 1)));
      await hold(items);
      const window = { from: TODAY - 5, to: TODAY };
      const unlinked = { project: 1, facets: [], window, part: 'all' } as const;
      const right = items
        .map(({ id }) => id)
        .filter(isAsked)
        .reverse();
      for (const limit of [5, 10, 40, 100]) {
        const ids = (await unlinkedPage(unlinked, null, limit)).map(({ id }) => id);
        expect(ids).toEqual(right.slice(0, limit));
      }
      const below = (await unlinkedPage(unlinked, 1401, 10)).map(({ id }) => id);
      expect(below).toEqual(right.filter((id) => id < 1401).slice(0, 10));
    }));

  test('of nothing there is nothing', () =>
    inDatabase(async () => {
      expect(await blockedPage([], null, 50)).toEqual({ ids: [], total: 0 });
      expect(await blockedPage(['A'], [], 50)).toEqual({ ids: [], total: 0 });
      expect(await blockedPage(['A'], null, 50)).toEqual({ ids: [], total: 0 });
      expect(await findUnlinkedEpics(1, 50)).toEqual({ ids: [], total: 0 });
      expect((await openWorkByObjective('A')).get('A') ?? 0).toBe(0);
    }));
});
