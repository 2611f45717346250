import fc from 'fast-check';
import { sql } from 'kysely';
import { batches } from '../../../src/domain/batches';
import { columnsOf } from '../../../src/store/sql/columnsOf';
import { database } from '../../../src/store/sql/database';
import { firstByBytes } from '../../../src/store/sql/firstByBytes';
import { bytesOf } from '../../../src/store/sql/rowValues';
import { applyPendingEvents } from '../../../src/store/strategy/applyEvents';
import { checkInsPage } from '../../../src/store/strategy/checkIns';
import { objectiveIds } from '../../../src/store/strategy/objectives';
import { statedRows } from '../../../src/store/strategy/statedStrategy';
import { eventsPage, pendingEvents, storeEvents } from '../../../src/store/strategy/strategyEvents';
import { objective } from '../../domain/build';
import { onEachEngine } from '../onEachEngine';

jest.setTimeout(120_000);

const EDITOR = { account: '', mayEdit: true };
/** As long as somebody may write: 40 kB. */
const LONGEST_TEXT = '🚀'.repeat(10_000);
const NOTE = 'n'.repeat(8_000);

/** Check-ins on an objective, one a day, with these notes. */
const storeNotes = async (notes: readonly string[]): Promise<void> => {
  const rows = notes.map((note, at) => ({
    ...{ id: at + 1, objective: 1, day: at + 1, at: 1, author: null, note, health: null, decision: null },
    ...{ amounts: '[]', text_bytes: bytesOf(note) },
  }));
  for (const some of batches(rows, 60)) await database.insertInto('check_in').values(some).execute();
};

/** So many changes of an objective, each of which holds the longest text twice, and none of which is applied. */
const storeChanges = async (count: number): Promise<void> => {
  const { ids } = await objectiveIds(['OBJ-1']);
  const state = (at: number) => ({
    objective: objective('OBJ-1', { title: `T${at}`, description: LONGEST_TEXT }),
    keyResults: [],
  });
  const changes = Array.from({ length: count }, (_, at) => ({
    ...{ objective: ids.get('OBJ-1') ?? 0, revision: at + 1, at: at + 1, day: at + 1, author: null },
    ...{ before: at === 0 ? null : state(at - 1), after: state(at), openWork: 0, places: [], carried: false },
  }));
  for (const some of batches(changes, 20)) await storeEvents(some);
};

onEachEngine((inDatabase, engine) => {
  test('a page holds the first rows that fit, and one at the least', async () => {
    const lengths = fc.array(fc.oneof(fc.nat(30), fc.nat(3_000)), { minLength: 0, maxLength: 350 });
    await fc.assert(
      fc.asyncProperty(
        lengths,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.boolean(),
        (all, most, bytes, desc) =>
          inDatabase(async () => {
            await storeNotes(all.map((length) => 'é'.repeat(length)));
            const { rows, left } = await firstByBytes({
              columns: columnsOf('c', ['id', 'day']),
              from: sql`check_in c LEFT JOIN account a ON a.id = c.author`,
              where: sql`c.objective = 1`,
              keys: ['id'],
              order: ['day', 'id'],
              desc,
              textsOf: { table: 'check_in', alias: 'c', texts: ['note'], bytes: 'text_bytes' },
              most,
              bytes,
            });
            const inOrder = all.map((length, at) => ({ id: at + 1, length }));
            if (desc) inOrder.reverse();
            let weight = 0;
            // Two bytes each, which double at the most.
            const right = inOrder
              .slice(0, most)
              .filter(({ length }, at) => (weight += 4 * length) <= bytes || at === 0);
            expect(rows.map(({ id, note }) => ({ id: Number(id), length: String(note).length }))).toEqual(right);
            expect(left).toBe(right.length === 0 ? 0 : all.length - right.length);
          }),
      ),
      { numRuns: engine === 'embedded' ? 50 : 5 },
    );
  });

  test('a page of check-ins is read, however much was written in all', () =>
    inDatabase(async () => {
      await database
        .insertInto('objective')
        .values({ id: 1, objective_key: 'OBJ-1', title: 'T', status: 'active', position: 0 } as never)
        .execute();
      const days = 2_100;
      await storeNotes(Array.from({ length: days }, () => NOTE));
      for (const asked of [{ of: 'OBJ-1', before: null }, { since: 1 }]) {
        const { rows, left } = await checkInsPage(asked, EDITOR);
        expect(rows.map(({ day }) => day)).toEqual(Array.from({ length: 50 }, (_, at) => days - at));
        expect(rows.every(({ note }) => note === NOTE)).toBe(true);
        expect(left).toBe(days - 50);
      }
    }));

  test('changes of the strategy are read and applied, however many wait', () =>
    inDatabase(async () => {
      const count = 220;
      await storeChanges(count);
      const { rows, left } = await pendingEvents();
      expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, at) => at + 1));
      expect([rows.length > 5, rows.length + left]).toEqual([true, count]);
      await applyPendingEvents();
      expect((await statedRows()).map((one) => one.objective.title)).toEqual([`T${count - 1}`]);
      const newest = await eventsPage({ of: 'OBJ-1', before: null }, EDITOR);
      expect(newest.rows.map(({ revision }) => revision)).toEqual(newest.rows.map((_, at) => count - at));
      expect([newest.rows.length > 5, newest.rows.length + newest.left]).toEqual([true, count]);
    }));
});
