import fc from 'fast-check';
import { unitsOf, unknownParents } from '../../../src/domain/reference/hierarchy';
import { rewind } from '../../../src/domain/reference/rewind';
import { batches } from '../../../src/domain/batches';
import { provenanceOf } from '../../../src/domain/work/provenance';
import { UNIT_STATES, type UnitState } from '../../../src/domain/work/countedWork';
import { inWindow } from '../../../src/domain/time/window';
import type { FunctionPartKind } from '../../../src/domain/work/blockFigures';
import type { ServedUnit } from '../../../src/domain/reference/servedUnits';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { openWorkByObjective } from '../../../src/store/blocks/blocksServing';
import { statedAndServed } from '../../../src/store/strategy/statedStrategy';
import { type CountedGroup, countedPage, type Place } from '../../../src/store/work/countedWork';
import { findUnlinkedEpics, openBelow } from '../../../src/store/work/unlinkedEpics';
import { accountIds } from '../../../src/store/work/accounts';
import { workFunctionsById } from '../../../src/store/work/workFunctions';
import { unlinkedPage } from '../../../src/store/work/unlinkedWork';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { done, item } from '../../domain/build';
import { onEachEngine } from '../onEachEngine';
import { servedUnits } from '../blocks/plainRollups';
import { anySyncedItems, DAY_MS, synced, TODAY } from '../../sync/synced';

jest.setTimeout(180_000);

const isOpen = ({ outcome }: WorkItem): boolean => outcome === 'todo' || outcome === 'doing';

/** The window and the days of the weeks that are asked for. */
const [WINDOW, DAYS] = [
  { from: TODAY - 9, to: TODAY },
  { from: 5, to: 14 },
];

/** The states as the counting rules have them, of units as of the window's last day. */
const isIn: Record<Exclude<UnitState, 'unknownParents'>, (unit: ServedUnit) => boolean> = {
  todo: ({ outcome }) => outcome === 'todo',
  doing: ({ outcome }) => outcome === 'doing',
  done: ({ outcome }) => outcome === 'done',
  dropped: ({ outcome }) => outcome === 'dropped',
  doneInWindow: ({ outcome, ended }) => outcome === 'done' && ended !== null && inWindow(ended, WINDOW),
  undated: ({ outcome, ended }) => outcome === 'done' && ended === null,
  blocked: (unit) => isOpen(unit) && unit.blocked,
  added: ({ outcome, created }) => outcome !== 'dropped' && inWindow(created, DAYS),
  finished: ({ outcome, ended, created }) => outcome === 'done' && inWindow(Math.max(ended ?? created, created), DAYS),
};

/** What is in a state, with what it serves: units, or whatever has an unknown parent. */
const inState = (items: readonly WorkItem[], state: UnitState): ServedUnit[] => {
  if (state !== 'unknownParents') return servedUnits(items, TODAY).filter((unit) => isIn[state](unit));
  const known = rewind(items, TODAY);
  const byId = new Map(known.map((one) => [one.id, one]));
  return unknownParents(known).map((one) => {
    const provenance = provenanceOf(one, byId);
    return { ...one, serves: provenance.kind === 'none' ? null : provenance.serves };
  });
};

/** Of components and teams one is asked for: the first of each project, and the first team. */
const isOfPart = (unit: ServedUnit, kind: FunctionPartKind): boolean =>
  kind === 'team' ? unit.id % 4 === 1 : unit.id % 3 === 1;

/** Their stored numbers. */
const partNumbers = async (kind: FunctionPartKind): Promise<number[]> =>
  [...(await workFunctionsById(kind))].flatMap(([number, { name }]) => (name.endsWith(' 1') ? [number] : []));

/** The epics of a project that serve nothing and are not over, with the open units below them, as the contract has it. */
const plainEpics = (items: readonly WorkItem[], project: number) => {
  const byId = new Map(items.map((one) => [one.id, one]));
  const units = new Set(unitsOf(items).filter(isOpen));
  const below = (id: number): Set<number> => {
    const ids = new Set([id]);
    for (const at of ids) for (const one of items) if (one.parent === at && one.level >= 0) ids.add(one.id);
    return ids;
  };
  return items
    .filter((one) => one.project === project && one.level >= 1 && isOpen(one))
    .filter((one) => provenanceOf(one, byId).kind === 'none')
    .map(({ id }) => ({ id, units: [...below(id)].filter((one) => units.has(byId.get(one)!)).length }))
    .sort((a, b) => b.units - a.units || b.id - a.id);
};

onEachEngine((inDatabase, engine) => {
  const numRuns = engine === 'embedded' ? 100 : 10;
  const hold = async (items: readonly WorkItem[]): Promise<void> => {
    for (const some of batches(items, 1000)) await writeItems(some.map((one) => synced(one)));
    await refreshOutdated(TODAY * DAY_MS, 'UTC');
  };

  test('the units behind a number are those that the counting rules find, in every state', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySyncedItems,
        fc.constantFrom(...UNIT_STATES),
        fc.constantFrom<FunctionPartKind | null>(null, 'component', 'team'),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        fc.option(fc.constantFrom('ann', 'bo')),
        (items, state, kind, limit, isUnestimated, whose) =>
          inDatabase(async () => {
            await hold(items);
            const { served } = await statedAndServed();
            const units = inState(items, state);
            const numbers = kind && (await partNumbers(kind));
            // Nobody has the number 0.
            const person = whose && ((await accountIds([whose])).get(whose) ?? 0);
            const groups = [1, 2, 3].flatMap((project) =>
              [...served].map(([key, serves]): CountedGroup & { right: number[] } => {
                const right = units
                  .filter((unit) => unit.project === project && unit.serves === key)
                  .filter((unit) => kind === null || isOfPart(unit, kind))
                  .filter(({ estimate }) => !isUnestimated || estimate === null)
                  .filter(({ assignee }) => whose === null || assignee === whose)
                  .map(({ id }) => id)
                  .sort((a, b) => b - a);
                const parts = numbers && { kind, numbers, isIn: true };
                return {
                  project,
                  serves,
                  states: [state],
                  window: WINDOW,
                  days: DAYS,
                  parts,
                  isUnestimated,
                  assignee: person,
                  retags: null,
                  units: right.length,
                  right,
                };
              }),
            );
            const held = groups.filter(({ right }) => right.length > 0);
            const found: number[] = [];
            let next: Place | null = { group: 0, below: null };
            while (next !== null) {
              const page = await countedPage(held, [], next, limit);
              expect(page.units.length).toBeLessThanOrEqual(limit);
              found.push(...page.units.map(({ id }) => id));
              next = page.next;
            }
            expect(found).toEqual(held.flatMap(({ right }) => right));
          }),
      ),
      { numRuns: 2 * numRuns },
    );
  });

  test('unlinked epics and open work are those that the counting rules find', async () => {
    await fc.assert(
      fc.asyncProperty(anySyncedItems, fc.integer({ min: 1, max: 5 }), (items, limit) =>
        inDatabase(async () => {
          await hold(items);
          const units = servedUnits(items, TODAY);
          const open = units.filter(isOpen);
          expect((await openWorkByObjective('A')).get('A') ?? 0).toBe(
            open.filter(({ serves }) => serves === 'A').length,
          );
          const epics = plainEpics(items, 1);
          expect(await findUnlinkedEpics(1, limit)).toEqual({ ids: epics.slice(0, limit), total: epics.length });
          for (const { id, units: below } of epics) expect(await openBelow(id, 1)).toHaveLength(below);
        }),
      ),
      { numRuns },
    );
  });

  test('an epic counts what lies below it at any depth and in any project, and itself before it is broken down', () =>
    inDatabase(async () => {
      await hold([
        item(1, { level: 2 }),
        item(2, { level: 1, parent: 1 }),
        item(3, { parent: 2 }),
        item(4, { parent: 2, project: 2, outcome: 'doing' }),
        done(5, 3, { parent: 2 }),
        item(6, { level: -1, parent: 3 }),
        item(7, { level: 1 }),
        item(8, { level: 1, tag: 'A' }),
        done(9, 3, { level: 1 }),
      ]);
      expect(await findUnlinkedEpics(1, 50)).toEqual({
        ids: [
          { id: 2, units: 2 },
          { id: 1, units: 2 },
          { id: 7, units: 1 },
        ],
        total: 3,
      });
      expect(await openBelow(1, 1)).toEqual([
        { id: 4, project: 2, isTagged: false },
        { id: 3, project: 1, isTagged: false },
      ]);
      // Of an issue of another project nothing is told.
      expect(await openBelow(1, 2)).toEqual([]);
    }));

  test('unlinked work is found newest first, however few of the newest items are asked for', () =>
    inDatabase(async () => {
      // Of 1,500 items few are to do, the newest 30 and one in 50 below; the rest is done before the window.
      const isAsked = (id: number): boolean => id > 1470 || id % 50 === 0;
      const items = Array.from({ length: 1500 }, (_, at) => (isAsked(at + 1) ? item(at + 1) : done(at + 1, 1)));
      await hold(items);
      const window = { from: TODAY - 5, to: TODAY };
      const unlinked = { project: 1, facets: [], window, part: 'all' } as const;
      const right = items
        .map(({ id }) => id)
        .filter(isAsked)
        .reverse();
      for (const limit of [5, 10, 40, 100]) {
        const ids = (await unlinkedPage(unlinked, null, limit)).map(({ id }) => id);
        expect(ids).toEqual(right.slice(0, limit));
      }
      const below = (await unlinkedPage(unlinked, 1401, 10)).map(({ id }) => id);
      expect(below).toEqual(right.filter((id) => id < 1401).slice(0, 10));
    }));

  test('of nothing there is nothing', () =>
    inDatabase(async () => {
      expect(await countedPage([], [], { group: 0, below: null }, 50)).toEqual({ units: [], next: null });
      expect(await findUnlinkedEpics(1, 50)).toEqual({ ids: [], total: 0 });
      expect((await openWorkByObjective('A')).get('A') ?? 0).toBe(0);
    }));
});
