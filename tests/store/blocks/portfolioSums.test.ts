import fc from 'fast-check';
import { type DoneWeek, doneWeeks } from '../../../src/domain/forecast/alignmentTrend';
import { unitsOf } from '../../../src/domain/reference/hierarchy';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { typicalEstimate } from '../../../src/domain/work/estimate';
import { gatheredBy } from '../../../src/domain/gatheredBy';
import type { WeekSum } from '../../../src/domain/time/weeks';
import { RUN } from '../../../src/domain/work/workItem';
import { workByObjective as plainWork, type WorkSizes } from '../../../src/domain/work/work';
import { WINDOW_DAYS, windowEnding } from '../../../src/domain/time/window';
import { peopleServing, personServing } from '../../../src/store/blocks/people';
import { cellsIn, portfolioTexts, projectTexts, readSums } from '../../../src/store/blocks/projectSums';
import { peopleIn, weeksIn } from '../../../src/store/blocks/weeksAndPeople';
import { servedKeys } from '../../../src/store/strategy/servedKeys';
import { knownTagIds } from '../../../src/store/strategy/objectives';
import { importStrategy } from '../../strategy/importStrategy';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { objective } from '../../domain/build';
import { countPeople } from '../../domain/scores/countPeople';
import { sumWeeks } from '../../domain/time/sumWeeks';
import { estimateCounts } from '../../domain/work/estimateCounts';
import { onEachEngine } from '../onEachEngine';
import { plainRollups } from './plainRollups';
import { anySyncedItems, DAY_MS, synced, TODAY } from '../../sync/synced';

jest.setTimeout(180_000);

/** Days apart, so that the work falls into many weeks and windows, some of it before all of them. */
const STRETCH = 12;
const LAST_DAY = TODAY * STRETCH;

const STATUSES = ['draft', 'active', 'achieved', 'dropped'] as const;

/** The strategy states A, B and C; work may carry GONE, which nobody states. */
const anySite = fc.record({
  items: anySyncedItems.map((items) =>
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

/** Sizes to a thousandth of a thousandth: percentiles are fractions, and databases add them up in another order than the domain. */
const rounded = ({ todo, doing, done }: WorkSizes['median']): WorkSizes['median'] => {
  const [a = 0, b = 0, c = 0] = [todo, doing, done].map((size) => Math.round(size * 1000) / 1000);
  return { todo: a, doing: b, done: c };
};

/** Without objectives whose work has no size, of which nothing need be told. */
const worked = (work: ReadonlyMap<string, WorkSizes>): ReadonlyMap<string, WorkSizes> =>
  new Map(
    [...work]
      .filter(
        ([key, { median, dropped, unestimated }]) =>
          key !== RUN && median.todo + median.doing + median.done + dropped + unestimated > 0,
      )
      .map(([key, sizes]) => [
        key,
        { ...sizes, median: rounded(sizes.median), low: rounded(sizes.low), high: rounded(sizes.high) },
      ]),
  );

onEachEngine((inDatabase, engine) => {
  test('what the database adds up over projects is what the domain adds up', async () => {
    await fc.assert(
      fc.asyncProperty(anySite, ({ items, statuses, without, days, measure }) =>
        inDatabase(async () => {
          const strategy = Object.entries(statuses).map(([key, status]) => objective(key, { status }));
          await importStrategy(strategy);
          const work = items.map((item) => synced(item));
          await writeItems(work);
          await refreshOutdated(LAST_DAY * DAY_MS, 'UTC');
          const known = gatheredBy(
            unitsOf(work).filter(({ created }) => created <= LAST_DAY),
            ({ project }) => project,
          );
          const typical = new Map([...known].map(([project, of]) => [project, typicalEstimate(estimateCounts(of))]));
          const sizing = { measure, typical };
          const { statusOf } = new Cascade(strategy);
          const rollups = plainRollups(work, windowEnding(LAST_DAY, days));
          const isCounted = ({ project }: { project: number }): boolean => !without.includes(project);

          const right = (isOf: typeof isCounted) => inOrder(held(sumWeeks(rollups.weeks.filter(isOf), sizing)));
          const servedKey = await servedKeys();
          const sums = (await readSums(portfolioTexts(measure))).filter(isCounted);
          expect(inOrder(weeksIn(sums, { asOf: LAST_DAY, sizing, servedKey }))).toEqual(right(isCounted));
          const ofProject = weeksIn(await readSums(projectTexts(measure), [2]), { asOf: LAST_DAY, sizing, servedKey });
          expect(addedUp(doneWeeks(ofProject, statusOf))).toEqual(
            addedUp(
              doneWeeks(
                right(({ project }) => project === 2),
                statusOf,
              ),
            ),
          );

          expect(
            worked(
              plainWork(cellsIn(sums, days, servedKey), {
                measure,
                typical: new Map(sums.map((of) => [of.project, of.typical])),
              }),
            ),
          ).toEqual(worked(plainWork(rollups.cells.filter(isCounted), sizing)));

          const people = rollups.people.filter(isCounted);
          expect(peopleIn(sums, { days, servedKey, statusOf })).toEqual(countPeople(people, statusOf));

          const serving = new Map<string, number>();
          for (const { assignee, serves, units } of people) {
            if (serves === 'A' || serves === 'GONE') serving.set(assignee, (serving.get(assignee) ?? 0) + units);
          }
          const listed = [...serving].sort(([a, unitsOfA], [b, unitsOfB]) => unitsOfB - unitsOfA || (a < b ? -1 : 1));
          const asked = {
            objectives: ['A', 'GONE'],
            served: await knownTagIds(['A', 'GONE']),
            days,
            projects: [1, 2, 3].filter((project) => !without.includes(project)),
          };
          const shown = await peopleServing(asked);
          expect(shown.map(({ accountId, units }) => [accountId, units])).toEqual(listed);
          const own = await personServing(asked, listed[0]?.[0] ?? '');
          expect(own.of).toEqual(shown[0] ?? null);
          const units = own.cells.reduce((sum, { doing, doneInWindow }) => sum + doing.items + doneInWindow.items, 0);
          expect(units).toBe(listed[0]?.[1] ?? 0);
        }),
      ),
      { numRuns: engine === 'embedded' ? 100 : 10 },
    );
  });
});
