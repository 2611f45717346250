import fc from 'fast-check';
import { batches } from '../../../src/domain/batches';
import { retagsAfter, rollUpRetags } from '../../../src/domain/reference/retags';
import { WINDOW_DAYS } from '../../../src/domain/time/window';
import type { Retags, RetagCell } from '../../../src/domain/work/retags';
import type { Outcome, WorkItem } from '../../../src/domain/work/workItem';
import { addedRetags, packRetags, unpackRetags } from '../../../src/store/blocks/packedRetags';
import { retagCellsIn } from '../../../src/store/blocks/retagCells';
import { readSums } from '../../../src/store/blocks/projectSums';
import { servedKeys } from '../../../src/store/strategy/servedKeys';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { anySyncedItems, DAY_MS, synced, TODAY } from '../../sync/synced';
import { done, item } from '../../domain/build';
import { onEachEngine } from '../onEachEngine';

jest.setTimeout(180_000);

const inOrder = (cells: readonly RetagCell[]): RetagCell[] =>
  [...cells].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const held = async (): Promise<RetagCell[]> => retagCellsIn(await readSums(['retags']), await servedKeys());

const anyRetags: fc.Arbitrary<Retags[]> = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 1, max: 40_000 }),
    within: fc.option(fc.constantFrom(...WINDOW_DAYS)),
    late: fc.boolean(),
    tally: fc.record({ items: fc.nat(1000), points: fc.nat(1e12), unestimated: fc.nat(1000) }),
  }),
  { selector: ({ day, within, late }) => `${day} ${within} ${late}` },
);

test('retags are read as they were packed', () => {
  fc.assert(
    fc.property(anyRetags, (any) => {
      // What is in progress is not late.
      const retags = any.map((one) => ({ ...one, late: one.late && one.within !== null }));
      const read = unpackRetags(packRetags([{ serves: 7, retags }])).flatMap(({ retags: of }) => of);
      expect(new Set(read.map((one) => JSON.stringify(one)))).toEqual(
        new Set(retags.map((one) => JSON.stringify(one))),
      );
    }),
  );
});

test('where there are too many, the oldest lose their day, and no unit is lost', () => {
  const retags = Array.from({ length: 6_000 }, (_, at): Retags => ({
    day: at + 1,
    within: 90,
    late: true,
    tally: { items: 1, points: 2, unestimated: 0 },
  }));
  const [added] = addedRetags([packRetags([{ serves: 7, retags }])]);
  expect(added?.retags.length).toBeLessThanOrEqual(5_000);
  expect(added?.retags[0]?.day).toBe(0);
  expect(added?.retags.reduce((sum, { tally }) => sum + tally.items, 0)).toBe(6_000);
  expect(added?.retags.at(-1)?.day).toBe(6_000);
});

/** What is written at a time: items that are new or changed, and ids of others that are read again as they were. */
type Write = { changed: WorkItem[]; again: number[] };

/**
 * A site where most inherit, of which the first reading finds all but some, and then changes of some of its items, and the
 * others. Each item is written as it was last.
 */
const anyHistory: fc.Arbitrary<Write[]> = anySyncedItems.chain((any) => {
  const items = any.map((item) => (item.id % 3 === 0 ? item : { ...item, tag: null }));
  const anyChange = fc.record({
    at: fc.nat({ max: items.length - 1 }),
    tag: fc.option(fc.constantFrom('A', 'B', 'RUN')),
    parent: fc.option(fc.integer({ min: 1, max: items.length }), { freq: 3 }),
    outcome: fc.constantFrom<Outcome[]>('todo', 'doing', 'done', 'done'),
  });
  const anyWrite = fc.record({
    changes: fc.array(anyChange, { minLength: 1, maxLength: 12, size: 'max' }),
    again: fc.subarray(items.map(({ id }) => id)),
  });
  return fc
    .record({
      found: fc.subarray(items, { minLength: Math.ceil(items.length / 2) }),
      later: fc.array(anyWrite, { minLength: 1, maxLength: 3, size: 'max' }),
    })
    .map(({ found, later }) => [
      { changed: found, again: [] },
      ...later.map(({ changes, again }) => {
        const changed = new Map(
          changes.flatMap(({ at, ...change }) => {
            const item = items[at];
            return item === undefined ? [] : [[item.id, { ...item, ...change, ended: item.ended ?? 5 }] as const];
          }),
        );
        return { changed: [...changed.values()], again: again.filter((id) => !changed.has(id)) };
      }),
    ]);
});

onEachEngine((inDatabase, engine) => {
  const numRuns = engine === 'embedded' ? 100 : 10;

  test('after any history the days of retags and their sums are what the rules say', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.integer({ min: 1, max: 30 }), (writes, size) =>
        inDatabase(async () => {
          let items: ReadonlyMap<number, WorkItem> = new Map();
          let retagged: ReadonlyMap<number, number> = new Map();
          const changedAt = new Map<number, number>();
          for (const [at, { changed, again }] of writes.entries()) {
            const day = at === 0 ? null : 10 + at;
            for (const { id } of changed) changedAt.set(id, at);
            const asTheyWere = again.flatMap((id) => items.get(id) ?? []);
            // Those are spread over the batches.
            const write = [...changed, ...asTheyWere].sort((a, b) => ((a.id * 7) % 11) - ((b.id * 7) % 11));
            for (const some of batches(write, size)) {
              await writeItems(
                some.map((one) => synced(one, changedAt.get(one.id))),
                [],
                day,
              );
              const after = new Map([...items, ...some.map((one) => [one.id, one] as const)]);
              const written = new Set(some.map(({ id }) => id).filter((id) => changedAt.get(id) === at));
              retagged = retagsAfter({ items, retagged }, after, { written, day });
              items = after;
            }
          }
          await refreshOutdated(TODAY * DAY_MS, 'UTC');
          const right = rollUpRetags([...items.values()], retagged, TODAY);
          expect(inOrder(await held())).toEqual(inOrder(right));
          told += right.length;
        }),
      ),
      // Always the same histories: few that are random may have no retag.
      { numRuns, seed: 16 },
    );
    expect(told).toBeGreaterThan(0);
  });

  test('what is read again, moved to another project or renamed is no retag; a run of the sync knows no day', () =>
    inDatabase(async () => {
      const story = done(1, 5, { tag: 'A' });
      await writeItems([synced(story)]);
      await writeItems([synced(story, 1)], [], 20);
      await writeItems([synced({ ...story, project: 2 }, 2)], [], 20);
      await writeItems([synced({ ...story, project: 2, tag: 'B' }, 3)]);
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      expect(await held()).toEqual([]);
      await writeItems([synced({ ...story, project: 2, tag: 'C' }, 4)], [], 20);
      await writeItems([synced({ ...story, project: 1, tag: 'C' }, 5)], [], 21);
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      expect(await held()).toMatchObject([{ project: 1, serves: 'C', day: 20, within: 30, late: true }]);
    }));

  test('what is read again unchanged hides no tag above it that is written at the same time', () =>
    inDatabase(async () => {
      const epic = item(1, { level: 1, outcome: 'doing' });
      const story = done(2, 5, { parent: 1 });
      const subtask = done(3, 5, { level: -1, parent: 2 });
      await writeItems([synced(epic), synced(story), synced(subtask)]);
      await writeItems([synced(subtask), synced(story), synced({ ...epic, tag: 'A' }, 1)], [], 20);
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      expect(await held()).toMatchObject([{ serves: 'A', day: 20, late: true, tally: { items: 1 } }]);
    }));

  test('reopened it is not late, and done again after its tag it is in time', () =>
    inDatabase(async () => {
      await writeItems([synced(done(1, 5))]);
      await writeItems([synced(done(1, 5, { tag: 'A' }), 1)], [], 8);
      await writeItems([synced(item(1, { outcome: 'doing', tag: 'A' }), 2)], [], 9);
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      expect(await held()).toMatchObject([{ day: 8, within: null, late: false }]);
      await writeItems([synced(done(1, 12, { tag: 'A' }), 3)], [], 12);
      await refreshOutdated(TODAY * DAY_MS, 'UTC');
      expect(await held()).toMatchObject([{ day: 8, within: 30, late: false }]);
    }));
});
