import fc from 'fast-check';
import type { AlignmentPoint } from '../../../src/contract';
import { alignmentTrend, doneWeeks, firstTrendWeek } from '../../../src/domain/forecast/alignmentTrend';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { mixOf } from '../../../src/domain/work/mix';
import type { ProjectSnapshot } from '../../../src/domain/strategy/snapshot';
import { firstDayOf } from '../../../src/domain/time/weeks';
import { WINDOW_DAYS, windowEnding } from '../../../src/domain/time/window';
import { coverageOf } from '../../../src/domain/work/coverage';
import { projectAlignment } from '../../../src/insight/project/projectAlignment';
import { allProjects } from '../../../src/store/work/projects';
import { storeProjectSnapshots } from '../../../src/store/strategy/snapshots';
import { importStrategy } from '../../strategy/importStrategy';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../../src/sync/follow/refresh';

import { done, item, objective } from '../../domain/build';
import { sumWeeks } from '../../domain/time/sumWeeks';
import { onEachEngine } from '../../store/onEachEngine';
import { plainRollups } from '../../store/blocks/plainRollups';
import { anySyncedItems, DAY_MS, synced, TODAY } from '../../sync/synced';

jest.setTimeout(180_000);

/** Days apart, so that the work falls into many weeks: into the first that a trend looks at (on day 11 × 16), and before it. */
const STRETCH = 16;
const LAST_DAY = TODAY * STRETCH;

const STRATEGY = [objective('A'), objective('B', { status: 'achieved' }), objective('C', { status: 'draft' })];
const { statusOf } = new Cascade(STRATEGY);
const STANDINGS = ['aligned', 'run', 'stale', 'unlinked'] as const;

/** On which days something was recorded, and a number that makes up what. */
const anyRecords = fc.uniqueArray(
  fc.record({ daysAgo: fc.integer({ min: 1, max: 120 }), size: fc.integer({ min: 0, max: 9 }) }),
  { selector: ({ daysAgo }) => daysAgo, maxLength: 6 },
);

const snapshot = (project: number, day: number, size: number): ProjectSnapshot => ({
  project,
  day,
  planned: null,
  items: { aligned: size, run: project, stale: 1, unlinked: size % 3 },
  points: { aligned: size * 500, run: project * 1000, stale: 0, unlinked: 250 },
});

onEachEngine((inDatabase, engine) => {
  test('the trend of a project is that of its own units and records, and the projects add up to the whole', async () => {
    const question = fc.record({
      window: fc.constantFrom(...WINDOW_DAYS),
      measure: fc.constantFrom('items' as const, 'points' as const),
    });
    await fc.assert(
      fc.asyncProperty(anySyncedItems, anyRecords, question, (items, records, { window: days, measure }) =>
        inDatabase(async () => {
          await importStrategy(STRATEGY);
          const work = items.map((item) =>
            synced({
              ...item,
              created: item.created * STRETCH,
              ended: item.ended === null ? null : item.ended * STRETCH,
            }),
          );
          await writeItems(work);
          await refreshOutdated(LAST_DAY * DAY_MS, 'UTC');
          const projects = await allProjects();
          const snapshots = projects.flatMap(({ id }) =>
            records.map(({ daysAgo, size }) => snapshot(id, LAST_DAY - daysAgo, size)),
          );
          await storeProjectSnapshots(snapshots);

          const window = windowEnding(LAST_DAY, days);
          const { cells, weeks } = plainRollups(work, window);
          const sizing = { measure, typical: new Map(projects.map(({ id, typical }) => [id, typical])) };
          /** The domain's own trend of what there is of some projects. */
          const plainTrend = (isOf: (one: { project: number }) => boolean): AlignmentPoint[] =>
            alignmentTrend({
              weeks: doneWeeks(sumWeeks(weeks.filter(isOf), sizing), statusOf),
              snapshots: snapshots.filter(isOf),
              measure,
              asOf: LAST_DAY,
              today: days === 90 ? mixOf(cells.filter(isOf), 'effort', sizing, statusOf) : null,
            });

          const ids = projects.map(({ id }) => id);
          const sight = { coverage: coverageOf(ids, new Set(ids), false), seesTotals: true };
          const shown: AlignmentPoint[][] = [];
          for (const project of projects) {
            const { trend } = await projectAlignment(
              { project, window: days, measure, filter: {}, sight, lastReview: null },
              0,
            );
            expect(trend).toEqual(plainTrend((one) => one.project === project.id));
            shown.push(trend ?? []);
          }
          plainTrend(() => true).forEach((point, at) => {
            for (const standing of STANDINGS) {
              const sum = shown.reduce((all, trend) => all + (trend[at]?.[standing] ?? NaN), 0);
              expect(sum).toBeCloseTo(point[standing], 9);
            }
            for (const trend of shown)
              expect([trend[at]?.day, trend[at]?.recorded]).toEqual([point.day, point.recorded]);
          });
        }),
      ),
      { numRuns: engine === 'embedded' ? 80 : 20 },
    );
  });

  test('the first point looks at the 13 weeks up to it, from their Monday on', () =>
    inDatabase(async () => {
      await importStrategy(STRATEGY);
      const monday = firstDayOf(firstTrendWeek(LAST_DAY));
      await writeItems([
        synced(done(1, monday, { tag: 'A' })),
        synced(done(2, monday - 1, { tag: 'A' })),
        synced(done(3, monday + 13 * 7 - 1, {})),
        synced(done(4, monday + 13 * 7, {})),
      ]);
      await refreshOutdated(LAST_DAY * DAY_MS, 'UTC');
      const [project] = await allProjects();
      const sight = { coverage: coverageOf([], new Set(), false), seesTotals: false };
      const { trend } = await projectAlignment(
        { project: project!, window: 30, measure: 'items', filter: {}, sight, lastReview: null },
        0,
      );
      expect(trend?.[0]).toMatchObject({
        day: monday + 13 * 7 - 1,
        aligned: 1,
        unlinked: 1,
        alignment: 0.5,
      });
      expect(trend?.[1]).toMatchObject({ aligned: 0, unlinked: 2, alignment: 0 });
    }));

  test('a record of another project is none of this one', () =>
    inDatabase(async () => {
      await writeItems([1, 2].map((project) => synced(item(project, { project }))));
      await refreshOutdated(LAST_DAY * DAY_MS, 'UTC');
      await storeProjectSnapshots([snapshot(2, LAST_DAY - 7, 4)]);
      const sight = { coverage: coverageOf([], new Set(), false), seesTotals: false };
      const recorded = [];
      for (const project of await allProjects()) {
        const { trend } = await projectAlignment(
          { project, window: 90, measure: 'items', filter: {}, sight, lastReview: null },
          0,
        );
        recorded.push(trend?.filter((point) => point.recorded).length);
      }
      expect(recorded).toEqual([1, 2]);
    }));
});
