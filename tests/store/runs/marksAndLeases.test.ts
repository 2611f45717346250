import { clearMarks, waitingMarks, storeMarks, setMarksAside } from '../../../src/store/runs/dirtyIssues';
import {
  forgetLeases,
  makeLeases,
  releaseLease,
  setLease,
  takeExistingLease,
  takeLease,
} from '../../../src/store/runs/leases';
import { database } from '../../../src/store/sql/database';
import { onEachEngine } from '../onEachEngine';

onEachEngine((inDatabase) => {
  test('a mark is cleared unless it was set again since it was read', () =>
    inDatabase(async () => {
      const read = [
        { id: 1, token: 10 },
        { id: 2, token: 11 },
      ];
      await storeMarks(read);
      await storeMarks([{ id: 2, token: 12 }]);
      expect(await clearMarks(read)).toBe(1);
      expect(await waitingMarks(10)).toEqual([{ id: 2, token: 12 }]);
    }));

  test('a mark is set aside unless it was set again since it was read, and waits once more when it is', () =>
    inDatabase(async () => {
      const read = [
        { id: 1, token: 10 },
        { id: 2, token: 11 },
      ];
      await storeMarks(read);
      await storeMarks([{ id: 2, token: 12 }]);
      await setMarksAside(read, 'jiraMalformed');
      expect(await waitingMarks(10)).toEqual([{ id: 2, token: 12 }]);
      await storeMarks([{ id: 1, token: 13 }]);
      expect(await waitingMarks(10)).toEqual([
        { id: 1, token: 13 },
        { id: 2, token: 12 },
      ]);
    }));

  test('a lease has one holder, until it is given back or its time is over', () =>
    inDatabase(async () => {
      expect(await takeExistingLease('drain', 200, 100)).toBe(false);
      await makeLeases(['drain']);
      expect(await takeExistingLease('drain', 200, 100)).toBe(true);
      expect(await takeLease('drain', 250, 150)).toBe(false);
      expect(await takeLease('drain', 300, 201)).toBe(true);
      await setLease('drain', 0);
      expect(await takeLease('drain', 400, 202)).toBe(true);
    }));

  test('a lease of one thing is gone when it is given back, unless somebody else has taken it since', () =>
    inDatabase(async () => {
      expect(await takeLease('proposal 1', 200, 100)).toBe(true);
      await releaseLease('proposal 1', 200);
      expect(await leases()).toEqual([]);
      await takeLease('proposal 1', 300, 201);
      await takeLease('proposal 1', 500, 400);
      await releaseLease('proposal 1', 300);
      expect(await leases()).toEqual(['proposal 1']);
    }));

  test('leases that a crash left behind are forgotten, standing ones and those that are held stay', () =>
    inDatabase(async () => {
      await makeLeases(['drain']);
      await takeLease('firstSync', 100, 50);
      await takeLease('proposal 1', 100, 50);
      await takeLease('check-in 7', 300, 50);
      await forgetLeases(200);
      expect(await leases()).toEqual(['check-in 7', 'drain', 'firstSync']);
    }));
});

const leases = async (): Promise<string[]> =>
  (await database.selectFrom('lease').select('name').orderBy('name').execute()).map(({ name }) => name);
