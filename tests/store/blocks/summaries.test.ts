import { partsOf, projectSummaries } from '../../../src/store/blocks/summaries';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { item } from '../../domain/build';
import { DAY_MS, synced, TODAY } from '../../sync/synced';
import { onEachEngine } from '../onEachEngine';

const projects = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const each = (count: number, blocks: number) => new Map(projects(count).map((id) => [id, blocks]));
const sizes = (parts: number[][]) => parts.map(({ length }) => length);

describe('the projects that one statement adds up', () => {
  it('are ten, however many blocks they have', () => {
    expect(sizes(partsOf(projects(25), each(25, 500)))).toEqual([10, 10, 5]);
  });

  it('are more where they are small: up to 700 blocks', () => {
    expect(sizes(partsOf(projects(50), each(50, 3)))).toEqual([50]);
    expect(sizes(partsOf(projects(50), each(50, 20)))).toEqual([35, 15]);
  });

  it('each stand in one part, also those without a block', () => {
    expect(partsOf(projects(50), each(20, 100)).flat()).toEqual(projects(50));
  });
});

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
