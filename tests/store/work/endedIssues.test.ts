import { endedIssues } from '../../../src/store/work/endedIssues';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { item } from '../../domain/build';
import { synced } from '../../sync/synced';
import { onEachEngine } from '../onEachEngine';

const MANY = 100;

onEachEngine((inDatabase) => {
  test('issues that ended are counted by status and resolution, a stretch of ids at a time', () =>
    inDatabase(async () => {
      const ended = (id: number, outcome: 'todo' | 'done' | 'dropped', status: number, resolution: number | null) => ({
        ...synced(item(id, { outcome })),
        status,
        resolution,
      });
      await writeItems([
        ended(1, 'done', 30, null),
        ended(2, 'dropped', 30, 5),
        ended(3, 'todo', 10, null),
        ended(4, 'done', 30, null),
        ended(5, 'done', 31, 6),
      ]);
      const inOrder = async (after: number, limit: number) => {
        const { found, last } = await endedIssues(after, limit);
        return {
          found: found.map(({ status, resolution, issues }) => [status, resolution, issues].join()).sort(),
          last,
        };
      };
      expect(await inOrder(0, MANY)).toEqual({ found: ['30,,2', '30,5,1', '31,6,1'], last: null });
      expect(await inOrder(0, 3)).toEqual({ found: ['30,,1', '30,5,1'], last: 3 });
      expect(await inOrder(3, 2)).toEqual({ found: ['30,,1', '31,6,1'], last: 5 });
      expect(await inOrder(5, 2)).toEqual({ found: [], last: null });
    }));
});
