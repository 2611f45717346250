import { WEEKS_KEPT, WEEKS_NEEDED } from '../../../src/domain/forecast/alignmentTrend';
import { peopleCount } from '../../../src/domain/scores/peopleCount';
import { MOST_OBJECTIVES, MOST_UNKNOWN_KEYS } from '../../../src/domain/strategy/caps';
import { WINDOW_DAYS, type WindowDays } from '../../../src/domain/time/window';
import { NO_PART, OTHER_PARTS, type PersonSums, type WeekSums } from '../../../src/domain/work/blockFigures';
import { addTally, EMPTY_TALLY } from '../../../src/domain/work/tally';
import { RUN } from '../../../src/domain/work/workItem';
import { CELL_COLUMNS } from '../../../src/store/blocks/cellColumns';
import { effortFrom, effortNumber } from '../../../src/store/blocks/effortNumbers';
import {
  packCells,
  packParts,
  packPeople,
  packWeekItems,
  packWeekPoints,
  type ServedPart,
  type ServedPeople,
  unpackParts,
  unpackPeople,
  unpackWeeks,
} from '../../../src/store/blocks/packed';
import { type SummedBlock, sumsOf } from '../../../src/store/blocks/sums';
import { NOTHING_ID, RUN_ID } from '../../../src/store/sql/storedNumbers';

/** What a component does for an objective: units to do, of this many points. */
const part = (serves: number, of: number, todo: number): ServedPart => ({
  serves,
  part: of,
  numbers: CELL_COLUMNS.map((column) => (column === 'todo_items' ? todo : column === 'todo_points' ? todo * 1000 : 0)),
});

const block = (serves: number, components: readonly ServedPart[]): SummedBlock => ({
  serves,
  numbers: CELL_COLUMNS.map(() => 0),
  weeks_items: '',
  weeks_points: '',
  people: '',
  components: packParts(components),
  teams: '',
  retags: '',
});

const componentsOf = (blocks: readonly SummedBlock[]): ServedPart[] => unpackParts(sumsOf(blocks).components);

test('blocks of one project add up to a cell for each component and objective', () => {
  const found = componentsOf([
    block(1, [part(1, 7, 2), part(1, NO_PART, 1)]),
    block(1, [part(1, 7, 3)]),
    block(2, [part(2, 7, 4)]),
  ]);
  expect(found).toEqual([part(1, NO_PART, 1), part(1, 7, 5), part(2, 7, 4)]);
  expect(sumsOf([block(1, [])])).toMatchObject({ cells: packCells([]), components: '', teams: '' });
});

test('of more components than a project’s row holds the smallest are one, and nothing is lost', () => {
  // 9,000 components, the last of them the largest.
  const many = Array.from({ length: 9_000 }, (_, at) => part(1, at + 1, at + 1));
  const found = componentsOf([block(1, many)]);
  const sum = (parts: readonly ServedPart[]) => parts.reduce((total, { numbers }) => total + (numbers[0] ?? 0), 0);
  expect(found).toHaveLength(5_887);
  expect(sum(found)).toBe(sum(many));
  const smallest = many.slice(0, 1 - found.length).map(({ part: of }) => of);
  expect(found.filter(({ part: of }) => smallest.includes(of))).toEqual([]);
  expect(found.find(({ part: of }) => of === OTHER_PARTS)?.numbers[0]).toBe(
    (smallest.length * (smallest.length + 1)) / 2,
  );
  expect(packParts(found).length).toBeLessThan(256_000);
});

/** As many as a strategy may hold, those included that only issues name, and what serves none. */
const SERVED = Array.from({ length: MOST_OBJECTIVES + MOST_UNKNOWN_KEYS + 2 }, (_, at) => at - 1);
const TODAY_WEEK = 2_900;

/** Work in each week of a year, the more the later the objective stands. */
const yearOf = (serves: number): WeekSums[] =>
  Array.from({ length: WEEKS_KEPT + 1 }, (_, at) => {
    const items = 1 + (at % 3) + Math.floor((serves + 1) / 300);
    return {
      week: TODAY_WEEK - WEEKS_KEPT + at,
      added: { items, points: items * 5_000, unestimated: 1 },
      done: { items: 1, points: 8_000, unestimated: 0 },
    };
  });

const withWeeks = (serves: number, weeks: WeekSums[]): SummedBlock => ({
  ...block(serves, []),
  weeks_items: packWeekItems([{ serves, weeks }]),
  weeks_points: packWeekPoints([{ serves, weeks }]),
});

const total = (weeks: readonly WeekSums[]) =>
  weeks.reduce((sum, { added, done }) => ({ added: addTally(sum.added, added), done: addTally(sum.done, done) }), {
    added: EMPTY_TALLY,
    done: EMPTY_TALLY,
  });

test('of more weeks than a project’s row holds the oldest of its smallest objectives are one, and nothing is lost', () => {
  const sums = sumsOf(SERVED.map((serves) => withWeeks(serves, yearOf(serves))));
  expect(sums.weeks_points.length).toBeLessThan(800_000);
  expect(sums.weeks_items.length).toBeLessThan(800_000);
  const found = unpackWeeks(sums.weeks_items, sums.weeks_points);
  expect(found.map(({ serves }) => serves)).toEqual(SERVED);
  // Trends are made of the newest.
  const held = (weeks: readonly WeekSums[]) =>
    JSON.stringify([total(weeks), weeks.slice(-WEEKS_NEEDED), weeks[0]?.week]);
  expect(found.filter(({ serves, weeks }) => held(weeks) !== held(yearOf(serves)))).toEqual([]);
  expect(found.at(0)?.weeks).toHaveLength(WEEKS_NEEDED + 1);
  expect(found.at(-1)?.weeks).toEqual(yearOf(SERVED.at(-1) ?? 0));
});

test('weeks that a project’s row can hold are all told apart', () => {
  const few = SERVED.slice(0, 1_000);
  const { weeks_items, weeks_points } = sumsOf(few.map((serves) => withWeeks(serves, yearOf(serves))));
  const all = few.map((serves) => ({ serves, weeks: yearOf(serves) }));
  expect([weeks_items, weeks_points]).toEqual([packWeekItems(all), packWeekPoints(all)]);
});

const withPeople = (serves: number, people: readonly PersonSums[]): SummedBlock => ({
  ...block(serves, []),
  people: packPeople([{ serves, efforts: people.map(effortNumber) }]),
});

const peopleOf = (blocks: readonly SummedBlock[]) => unpackPeople(sumsOf(blocks).people);

test('a person who works in several blocks of an objective has one effort, with what both say', () => {
  const of = (person: number, doing: number, done: number[]): PersonSums => ({ person, newest: 1, doing, done });
  const blocks = [
    withPeople(3, [of(1, 1, [0, 0, 0, 1]), of(2, 0, [1, 1, 1, 1])]),
    withPeople(3, [of(1, 0, [0, 1, 1, 1])]),
  ];
  expect(peopleOf(blocks)).toEqual([
    { serves: 3, efforts: [of(1, 1, [0, 1, 1, 1]), of(2, 0, [1, 1, 1, 1])].map(effortNumber) },
  ]);
});

/** 80 people on each objective. Who worked in which window differs from objective to objective. */
const crowd = SERVED.map((serves) =>
  withPeople(
    serves,
    Array.from({ length: 80 }, (_, at): PersonSums => {
      const person = 1 + ((serves + 1) % 5) * 80 + at;
      const window = (person + serves + 1) % 5;
      const done = WINDOW_DAYS.map((_days, index) => (index >= window ? 1 : 0));
      return { person, newest: 1, doing: (person * 7 + serves) % 11 === 0 ? 1 : 0, done };
    }),
  ),
);

test('of more people on objectives than a project’s row holds each keeps some, and all who have effort are counted', () => {
  const { people } = sumsOf(crowd);
  expect(people.length).toBeLessThan(400_000);
  const [all, kept] = [crowd.flatMap((one) => unpackPeople(one.people)), unpackPeople(people)];
  expect(kept.reduce((sum, { efforts }) => sum + efforts.length, 0)).toBe(75_000);
  const count = (parts: readonly ServedPeople[], days: WindowDays) =>
    peopleCount(
      parts.map(({ serves, efforts }) => ({
        serves: serves === RUN_ID ? RUN : serves === NOTHING_ID ? null : String(serves),
        efforts: efforts.map((effort) => effortFrom(effort, days)),
      })),
      () => 'active',
    );
  for (const days of WINDOW_DAYS) expect(count(kept, days)).toEqual(count(all, days));
});

test('the cells of as many objectives as a strategy holds fit into a statement, whatever was estimated', () => {
  const items = 200_000;
  const numbers = CELL_COLUMNS.map((column) => (column.endsWith('_points') ? items * 2e9 : items));
  const { cells } = sumsOf(SERVED.map((serves) => ({ ...block(serves, []), numbers })));
  expect(cells.length).toBeLessThan(400_000);
});
