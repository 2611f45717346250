import { sql } from 'kysely';
import { batches } from '../../../src/domain/batches';
import { columnsOf } from '../../../src/store/sql/columnsOf';
import { database } from '../../../src/store/sql/database';
import { selectAllByBytes } from '../../../src/store/sql/selectAllByBytes';
import { applyPendingEvents } from '../../../src/store/strategy/applyEvents';
import { storeCheckIn } from '../../../src/store/strategy/checkIns';
import { objectiveIds } from '../../../src/store/strategy/objectives';
import { statedObjectives, statedRows, statedStrategy } from '../../../src/store/strategy/statedStrategy';
import { storeEvents } from '../../../src/store/strategy/strategyEvents';
import { checkIn, objective } from '../../domain/build';
import { onEachEngine } from '../onEachEngine';
import { allCheckIns, strategyEvents } from '../../strategy/allTexts';

jest.setTimeout(60_000);

/** 4.4 MB of them in all: more than an answer may hold, and more than TiDB sorts within the memory that Forge gives a statement. */
const LONGEST_TEXT = '🚀'.repeat(10_000);
const KEYS = Array.from({ length: 110 }, (_, at) => `OBJ-${at}`);

/** 11 MB of them in all: of each of nine projects, and more than twice what TiDB may hold for one statement. */
const LONG_SUM = 'x'.repeat(12_000);
const [PROJECTS, BLOCKS] = [9, 900];

/** The ids of the blocks of some projects, and what their long texts are. */
const readBlocks = async (projects: readonly number[]): Promise<{ ids: number[]; texts: Set<string> }> => {
  const rows = await selectAllByBytes({
    columns: columnsOf('b', ['id', 'people']),
    from: sql`block b`,
    where: sql`b.project IN (${sql.join(projects)})`,
    keys: ['id'],
    index: { table: 'b', name: 'block_by_project' },
    texts: ['people'],
  });
  return { ids: rows.map(({ id }) => Number(id)), texts: new Set(rows.map(({ people }) => String(people))) };
};

onEachEngine((inDatabase) => {
  test('what a statement holds follows its batch, however much there is in all', () =>
    inDatabase(async () => {
      const blocks = Array.from({ length: BLOCKS }, (_, at) => ({ id: at + 1, project: 1 + (at % PROJECTS) }));
      const none = { weeks_items: '', weeks_points: '', person_units: '', estimates: '' };
      for (const some of batches(blocks, 40))
        await database
          .insertInto('block')
          .values(
            some.map((one) => ({ ...one, ...none, serves: 1, items: 0, version: 1, due: null, people: LONG_SUM })),
          )
          .execute();
      const all = await readBlocks(Array.from({ length: PROJECTS }, (_, at) => at + 1));
      expect(all).toEqual({ ids: blocks.map(({ id }) => id), texts: new Set([LONG_SUM]) });
      const ofOne = blocks.filter(({ project }) => project === 2).map(({ id }) => id);
      expect((await readBlocks([2])).ids).toEqual(ofOne);
      expect((await readBlocks([PROJECTS + 1])).ids).toEqual([]);
    }));

  test('texts that are too much for one answer are read page by page, each once and in order', () =>
    inDatabase(async () => {
      const { ids } = await objectiveIds(KEYS);
      const change = {
        revision: 1,
        at: 1,
        day: 0,
        author: null,
        before: null,
        openWork: 0,
        places: [],
        carried: false,
      };
      for (const [position, key] of KEYS.entries()) {
        const id = ids.get(key) ?? 0;
        const after = { objective: objective(key, { description: LONGEST_TEXT }), keyResults: [] };
        await storeEvents([{ ...change, objective: id, after, places: [{ objective: id, position }] }]);
        await storeCheckIn(id, { ...checkIn(position), at: position, note: LONGEST_TEXT });
      }
      await applyPendingEvents();
      const keysOf = (found: readonly { key: string }[]) => found.map(({ key }) => key);
      expect(keysOf(await statedObjectives())).toEqual(KEYS);
      expect(keysOf((await statedStrategy()).objectives)).toEqual(KEYS);
      const whole = (await statedRows()).map(({ objective: one }) => one);
      expect(keysOf(whole)).toEqual(KEYS);
      expect(whole.every(({ description }) => description === LONGEST_TEXT)).toBe(true);
      expect((await strategyEvents(0)).map((event) => event.objective).sort()).toEqual([...KEYS].sort());
      const notes = await allCheckIns();
      expect(notes.map((one) => one.objective)).toEqual(KEYS);
      expect(notes.every(({ note }) => note === LONGEST_TEXT)).toBe(true);
    }));
});
