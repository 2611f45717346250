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

onEachEngine((inDatabase) => {
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
