import { projectSummaries } from '../../../src/store/blocks/summaries';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { item } from '../../domain/build';
import { DAY_MS, synced, TODAY } from '../../sync/synced';
import { onEachEngine } from '../onEachEngine';

const projects = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

onEachEngine((inDatabase) => {
  test('projects that are added up together have the sums that each has alone', () =>
    inDatabase(async () => {
      await writeItems(
        projects(30).map((id) =>
          synced(item(id, { project: 1 + (id % 15), outcome: id % 4 === 0 ? 'todo' : 'doing' })),
        ),
      );
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      const alone = [];
      for (const id of projects(15)) alone.push(...(await projectSummaries([id])));
      expect(await projectSummaries(projects(15))).toEqual(alone);
      expect(new Set(alone.map(({ sums }) => sums.cells)).size).toBeGreaterThan(1);
    }));
});
