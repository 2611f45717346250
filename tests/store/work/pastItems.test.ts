import fc from 'fast-check';
import type { Cell } from '../../../src/domain/work/cell';
import { hasUnits } from '../../../src/domain/work/cell';
import { pastWork } from '../../../src/domain/work/pastWork';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { windowEnding } from '../../../src/domain/time/window';
import { servedKeys } from '../../../src/store/strategy/servedKeys';
import { pastItems } from '../../../src/store/work/pastItems';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { anyWorkItems } from '../../domain/arbitrary';
import { item } from '../../domain/build';
import { synced } from '../../sync/synced';
import { onEachEngine } from '../onEachEngine';

jest.setTimeout(180_000);

const MANY = 100_000;

const byPlace = (cells: readonly Cell[]): Map<string, Cell> =>
  new Map(cells.filter(hasUnits).map((cell) => [JSON.stringify([cell.project, cell.serves]), { ...cell, blocked: 0 }]));

onEachEngine((inDatabase, engine) => {
  test('what is read of some projects counts as if all work of the site was read, on any day', () =>
    fc.assert(
      fc.asyncProperty(anyWorkItems, fc.integer({ min: 0, max: 30 }), fc.subarray([1, 2, 3]), (items, day, projects) =>
        inDatabase(async () => {
          await writeItems(items.map((one) => synced(one)));
          const covered = new Set(projects);
          const right = rollUp(items, windowEnding(day, 90)).filter(({ project }) => covered.has(project));
          for (const covers of ['all', 'browsable'] as const) {
            const asked = { day, coverage: { covers, covered }, servedKey: await servedKeys(), issues: [], most: MANY };
            const { cells } = pastWork(await pastItems(asked), {
              day,
              days: 90,
              counts: (project) => covered.has(project),
              statusOf: () => 'active',
            });
            expect(byPlace(cells)).toEqual(byPlace(right));
          }
        }),
      ),
      { numRuns: engine === 'embedded' ? 100 : 10 },
    ));

  test('an epic broken down elsewhere alone is so, whatever else names it as its parent', () =>
    inDatabase(async () => {
      const subTask = item(3, { level: -1, parent: 1 });
      const isObjective = { asObjective: { start: null, target: null } };
      const [epic, elsewhere] = [item(1, { level: 1 }), item(2, { parent: 1, project: 2 })];
      await writeItems([
        ...[epic, elsewhere, subTask, item(5, { parent: 3 })].map((one) => synced(one)),
        { ...synced(item(4, { parent: 1 })), ...isObjective },
      ]);
      const coverage = { covers: 'browsable', covered: new Set([1]) } as const;
      const found = await pastItems({ day: 9, coverage, servedKey: await servedKeys(), issues: [], most: MANY });
      expect(found.has(2)).toBe(true);
    }));

  test('what no work of the projects needs is not read: what is below an objective or an epic elsewhere', () =>
    inDatabase(async () => {
      const isObjective = { asObjective: { start: null, target: null } };
      const epicElsewhere = item(2, { level: 1, project: 2 });
      await writeItems([
        { ...synced(item(1, { level: 2 })), ...isObjective },
        ...[epicElsewhere, item(3, { parent: 2 }), item(4, { level: 1, parent: 1, project: 2 })].map((one) =>
          synced(one),
        ),
        synced(item(5, { parent: 2, project: 2 })),
        { ...synced(item(6, { level: 2, project: 2 })), ...isObjective },
      ]);
      const coverage = { covers: 'browsable', covered: new Set([1]) } as const;
      const found = await pastItems({ day: 9, coverage, servedKey: await servedKeys(), issues: [1, 6], most: MANY });
      expect([...found].map(({ id }) => id).sort()).toEqual([1, 2, 3, 6]);
    }));

  test('reading ends soon where there are more than are wanted', () =>
    inDatabase(async () => {
      await writeItems([1, 2, 3].map((id) => synced(item(id))));
      for (const covers of ['all', 'browsable'] as const) {
        const coverage = { covers, covered: new Set([1]) };
        const found = await pastItems({ day: 9, coverage, servedKey: () => null, issues: [], most: 2 });
        expect(found.length).toBeGreaterThan(2);
      }
    }));
});
