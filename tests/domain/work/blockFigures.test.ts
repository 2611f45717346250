import fc from 'fast-check';
import { oldestWeek } from '../../../src/domain/forecast/alignmentTrend';
import { blockFigures, cellOf, type CountedItem, type WeekSums } from '../../../src/domain/work/blockFigures';
import { unknownParents } from '../../../src/domain/reference/hierarchy';
import type { Cell } from '../../../src/domain/work/cell';
import { rollUpRetags } from '../../../src/domain/reference/retags';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { servedUnits } from '../../../src/domain/reference/servedUnits';
import type { RetagCell } from '../../../src/domain/work/retags';
import { addTally, EMPTY_TALLY, type Tally } from '../../../src/domain/work/tally';
import { WINDOW_DAYS, windowEnding } from '../../../src/domain/time/window';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { anyWorkItems } from '../arbitrary';

const TODAY = 400;

const story = (changes: Partial<CountedItem> = {}): CountedItem => ({
  id: 1,
  level: 0,
  unit: true,
  orphan: false,
  outcome: 'todo',
  estimate: null,
  created: 100,
  ended: null,
  blocked: false,
  component: null,
  team: null,
  assignee: null,
  parent: null,
  retagged: null,
  ...changes,
});
const doneOn = (ended: number, changes: Partial<CountedItem> = {}) => story({ outcome: 'done', ended, ...changes });

test('counts units by outcome and window; sub-tasks are items, but no units', () => {
  const figures = blockFigures(
    [
      story({ estimate: 3000 }),
      story({ outcome: 'doing', blocked: true }),
      doneOn(TODAY, { estimate: 1000 }),
      doneOn(TODAY - 29),
      doneOn(TODAY - 30),
      story({ outcome: 'dropped', ended: 300 }),
      story({ outcome: 'done' }),
      story({ level: -1, unit: false }),
      story({ level: 1, unit: false, orphan: true, estimate: 40_000 }),
    ],
    TODAY,
  );
  expect(figures.items).toBe(9);
  expect(figures.whole).toMatchObject({
    todo: { items: 1, points: 3000, unestimated: 0 },
    doing: { items: 1, unestimated: 1 },
    done: { items: 4, points: 1000, unestimated: 3 },
    done30: { items: 2 },
    done90: { items: 3 },
    dropped: 1,
    undated: 1,
    unknownParents: 1,
    blocked: 1,
  });
  expect(figures.estimates).toEqual([
    { estimate: 1000, count: 1 },
    { estimate: 3000, count: 1 },
  ]);
});

test('the parts are by component, by team and by parent, and a person is there with what they did in each window', () => {
  const { parts, people } = blockFigures(
    [
      story({ outcome: 'doing', component: 7, assignee: 1 }),
      doneOn(TODAY - 40, { id: 5, team: 9, assignee: 1, parent: 4 }),
      story({ assignee: 2 }),
    ],
    TODAY,
  );
  const counted = parts.map(({ kind, part, sums }) => [kind, part, sums.todo.items, sums.doing.items, sums.done.items]);
  expect(counted).toEqual([
    ['component', 7, 0, 1, 0],
    ['team', 0, 1, 1, 0],
    ['parent', 0, 1, 1, 0],
    ['component', 0, 1, 0, 1],
    ['team', 9, 0, 0, 1],
    ['parent', 4, 0, 0, 1],
  ]);
  expect(people).toEqual([{ person: 1, newest: 5, doing: 1, done: [0, 1, 1, 1] }]);
});

test.each([
  ['what is done leaves the window of 30 days first', doneOn(TODAY), TODAY + 30],
  ['then that of 90', doneOn(TODAY - 30), TODAY - 30 + 90],
  ['and the last one, after which nothing changes by itself', doneOn(TODAY - 364), TODAY + 1],
  ['what left them all stays as it is', doneOn(TODAY - 365), null],
  ['open work stays as it is', story(), null],
  ['what is created later counts from then on', story({ created: TODAY + 3 }), TODAY + 3],
  ['what ends later is to do until then', doneOn(TODAY + 2), TODAY + 2],
])('knows when the same items make other figures: %s', (_, item, due) => {
  expect(blockFigures([item], TODAY).due).toBe(due);
});

/** The work items of one project that serve the same, as the store would hand them over. */
const countedFrom = (items: readonly WorkItem[]): CountedItem[] => {
  const units = new Set(servedUnits(items).map(({ id }) => id));
  const orphans = new Set(unknownParents(items).map(({ id }) => id));
  return items.map((item) => ({
    ...item,
    unit: units.has(item.id),
    orphan: orphans.has(item.id),
    component: null,
    team: null,
    assignee: null,
    retagged: retagOf(item),
  }));
};

/** The day on which an item was retagged: the same in every run, and of some none. */
const retagOf = ({ id }: WorkItem): number | null => (id % 4 === 0 ? null : (id * 7) % 30);

test('counts what the rules say of whole sites, on any day from which on nothing comes to an end', () => {
  fc.assert(
    fc.property(
      anyWorkItems,
      fc.constantFrom(...WINDOW_DAYS),
      fc.integer({ min: 25, max: 500 }),
      (items, days, today) => {
        const alike = items.map((item) => ({ ...item, project: 1, tag: item.level < 0 ? null : 'A' }));
        const right = rollUp(alike, windowEnding(today, days)).filter(({ serves }) => serves === 'A');
        const ofA = countedFrom(alike).filter(({ level }) => level >= 0);
        const cell = cellOf(1, 'A', blockFigures(ofA, today).whole, days);
        expect([cell].filter(holdsAnything)).toEqual(right);
        const retagged = new Map(alike.map((item) => [item.id, retagOf(item)] as const).filter(isKnown));
        const retags = rollUpRetags(alike, retagged, today).filter(({ serves }) => serves === 'A');
        const held = blockFigures(ofA, today).retags.map((one) => ({ project: 1, serves: 'A', ...one }));
        expect(new Set(held.map((one) => textOf(one)))).toEqual(new Set(retags.map((one) => textOf(one))));
      },
    ),
  );
});

const isKnown = (one: readonly [number, number | null]): one is [number, number] => one[1] !== null;

const textOf = ({ project, serves, day, within, late, tally }: RetagCell): string =>
  JSON.stringify([project, serves, day, within, late, tally]);

const holdsAnything = ({ todo, doing, done, dropped, unknownParents: orphans }: Cell): boolean =>
  todo.items + doing.items + done.items + dropped + orphans > 0;

/** Some weeks as they are told apart on a later day. */
const toldApart = (weeks: readonly WeekSums[], day: number): WeekSums[] => {
  const oldest = oldestWeek(day);
  const old = weeks.filter(({ week }) => week <= oldest);
  const sum = (of: (week: WeekSums) => Tally): Tally => old.map(of).reduce(addTally, EMPTY_TALLY);
  const together = { week: oldest, added: sum(({ added }) => added), done: sum(({ done }) => done) };
  return [...(old.length === 0 ? [] : [together]), ...weeks.filter(({ week }) => week > oldest)];
};

test('figures hold until the day that they are due', () => {
  fc.assert(
    fc.property(anyWorkItems, fc.integer({ min: 0, max: 400 }), fc.nat({ max: 400 }), (items, today, later) => {
      const counted = countedFrom(items);
      const { due, weeks, ...figures } = blockFigures(counted, today);
      const next = Math.min(today + later, (due ?? Infinity) - 1);
      if (next < today) return;
      expect(blockFigures(counted, next)).toMatchObject({ ...figures, weeks: toldApart(weeks, next) });
    }),
  );
});
