import fc from 'fast-check';
import { type DoneWeek, doneWeeks } from '../../src/domain/alignmentTrend';
import { countPeople } from '../../src/domain/buyIn';
import { Cascade } from '../../src/domain/cascade';
import { typicalEstimate } from '../../src/domain/estimate';
import { sumWeeks, weekOf, type WeekSum } from '../../src/domain/weeks';
import { RUN } from '../../src/domain/workItem';
import { workByObjective as plainWork, type WorkSizes } from '../../src/domain/work';
import { WINDOW_DAYS, windowEnding } from '../../src/domain/window';
import { isOverallKept } from '../../src/store/overall/kept';
import { overallSums } from '../../src/store/overall/weeksAndPeople';
import { workByObjective } from '../../src/store/overall/work';
import { peopleServing } from '../../src/store/people';
import { estimateCounts, projectUnits } from '../../src/store/projects';
import { projectDone } from '../../src/store/weekCells';
import { importStrategy } from '../../src/strategy/importStrategy';
import { keep } from '../../src/sync/keep';
import { refreshOutdated } from '../../src/sync/refresh';
import { anyWorkItems } from '../domain/arbitrary';
import { objective } from '../domain/build';
import { onEachEngine } from '../store/onEachEngine';
import { plainRollups, servedUnits } from './plainRollups';
import { DAY_MS, synced, TODAY } from './synced';

jest.setTimeout(180_000);

/** Days apart, so that the work falls into many weeks and windows, some of it before all of them. */
const STRETCH = 12;
const LAST_DAY = TODAY * STRETCH;

const STATUSES = ['draft', 'active', 'achieved', 'dropped'] as const;

/** The strategy states A, B and C; work may carry GONE, which nobody states. */
const anySite = fc.record({
  items: anyWorkItems.map((items) =>
    items.map((item) => ({
      ...item,
      created: item.created * STRETCH,
      ended: item.ended === null ? null : item.ended * STRETCH,
    })),
  ),
  statuses: fc.record({
    A: fc.constantFrom(...STATUSES),
    B: fc.constantFrom(...STATUSES),
    C: fc.constantFrom(...STATUSES),
  }),
  /** projects that the totals leave out, or whose people are hidden */
  without: fc.subarray([1, 2, 3]),
  days: fc.constantFrom(...WINDOW_DAYS),
  measure: fc.constantFrom('items' as const, 'points' as const),
});

const inOrder = (weeks: readonly WeekSum[]): WeekSum[] =>
  [...weeks].sort((a, b) => a.week - b.week || String(a.serves).localeCompare(String(b.serves)));

/** Sizes by week and standing. */
const addedUp = (weeks: readonly DoneWeek[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { week, standing, size } of weeks) {
    const key = `${week} ${standing}`;
    sums.set(key, (sums.get(key) ?? 0) + size);
  }
  return sums;
};

/** Without the weeks in which nothing was added or done. */
const held = (weeks: readonly WeekSum[]): WeekSum[] => weeks.filter(({ added, done }) => added.units + done.units > 0);

/** Without objectives whose work has no size, of which nothing need be told. */
const worked = (work: ReadonlyMap<string, WorkSizes>): ReadonlyMap<string, WorkSizes> =>
  new Map(
    [...work].filter(
      ([key, { median, dropped, unestimated }]) =>
        key !== RUN && median.todo + median.doing + median.done + dropped + unestimated > 0,
    ),
  );

onEachEngine((inDatabase, engine) => {
  test('what the database adds up over projects is what the domain adds up', async () => {
    await fc.assert(
      fc.asyncProperty(anySite, ({ items, statuses, without, days, measure }) =>
        inDatabase(async () => {
          const strategy = Object.entries(statuses).map(([key, status]) => objective(key, { status }));
          await importStrategy(strategy);
          const work = items.map((item) => synced(item));
          await keep(work);
          await refreshOutdated(LAST_DAY * DAY_MS, 'UTC');
          const estimates = await estimateCounts(LAST_DAY);
          const typical = new Map([...estimates].map(([project, counts]) => [project, typicalEstimate(counts)]));
          const sizing = { measure, typical };
          const { statusOf } = new Cascade(strategy);
          const rollups = plainRollups(work, windowEnding(LAST_DAY, days));
          const isCounted = ({ project }: { project: number }): boolean => !without.includes(project);

          const right = (isOf: typeof isCounted) => inOrder(held(sumWeeks(rollups.weeks.filter(isOf), sizing)));
          const sums = await overallSums({ measure, days }, without);
          expect(inOrder(sums.weeks)).toEqual(right(isCounted));
          const since = weekOf(LAST_DAY) - 20;
          const done = right(({ project }) => project === 2).filter((sum) => sum.week >= since && sum.done.units > 0);
          expect(addedUp(await projectDone(2, since, measure))).toEqual(addedUp(doneWeeks(done, statusOf)));

          expect(worked(await workByObjective(measure, without))).toEqual(
            worked(plainWork(rollups.cells.filter(isCounted), sizing)),
          );
          const withUnits = new Set(servedUnits(work, LAST_DAY).map(({ project }) => project));
          const marked = (await projectUnits()).filter(({ hasUnits }) => hasUnits);
          expect(marked.map(({ id }) => id)).toEqual([...withUnits].sort());

          const people = rollups.people.filter(isCounted);
          expect(sums.people).toEqual(countPeople(people, statusOf));

          // What is kept is what is added up anew; a change of the strategy puts an end to it until it is kept again.
          expect(await isOverallKept()).toBe(true);
          const allSums = async () => ({
            ...(await overallSums({ measure, days }, [])),
            work: await workByObjective(measure),
          });
          const kept = await allSums();
          await importStrategy([objective('NEW', { status: 'active' })]);
          expect(await isOverallKept()).toBe(false);
          expect(await allSums()).toEqual(kept);
          await refreshOutdated(LAST_DAY * DAY_MS, 'UTC');
          expect(await isOverallKept()).toBe(true);
          expect(await allSums()).toEqual(kept);

          const serving = new Map<string, number>();
          for (const { assignee, serves, units } of people) {
            if (serves === 'A' || serves === 'GONE') serving.set(assignee, (serving.get(assignee) ?? 0) + units);
          }
          const listed = [...serving].sort(([a, unitsOfA], [b, unitsOfB]) => unitsOfB - unitsOfA || (a < b ? -1 : 1));
          expect(await peopleServing(['A', 'GONE'], days, without, 2)).toEqual({
            people: listed.slice(0, 2).map(([accountId, units]) => ({ accountId, units })),
            total: listed.length,
          });
        }),
      ),
      { numRuns: engine === 'mariadb' ? 25 : 100 },
    );
  });
});
