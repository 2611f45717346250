import { findWithAbove } from '../../../src/store/work/findWorkItems';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { item } from '../../domain/build';
import { synced } from '../../sync/synced';
import { onEachEngine } from '../onEachEngine';
jest.setTimeout(120_000);
onEachEngine((inDatabase) => {
  test('an item is found with those above it, nearest first, on each engine', () =>
    inDatabase(async () => {
      await writeItems([
        synced(item(1, { level: 2, tag: 'A' })),
        synced(item(2, { level: 1, parent: 1 })),
        synced(item(3, { parent: 2 })),
        synced(item(4, { parent: 99 })),
      ]);
      expect((await findWithAbove(3)).map(({ id }) => id)).toEqual([3, 2, 1]);
      expect((await findWithAbove(1)).map(({ id }) => id)).toEqual([1]);
      expect((await findWithAbove(4)).map(({ id }) => id)).toEqual([4]);
      expect(await findWithAbove(98)).toEqual([]);
    }));
});
