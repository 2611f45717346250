import { clearMarks, waitingMarks, storeMarks, setMarksAside } from '../../../src/store/runs/dirtyIssues';
import { makeLeases, setLease, takeLease, takeExistingLease } from '../../../src/store/runs/leases';
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
});
