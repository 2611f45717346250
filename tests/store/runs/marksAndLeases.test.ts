import { clearDirty, dirtyIssues, upsertDirtyMarks, setIssuesAside } from '../../../src/store/runs/dirtyIssues';
import { makeLeases, setLease, takeLease, takeMadeLease } from '../../../src/store/runs/leases';
import { onEachEngine } from '../onEachEngine';

onEachEngine((inDatabase) => {
  test('a mark is cleared unless it was set again since it was read', () =>
    inDatabase(async () => {
      const read = [
        { id: 1, token: 10 },
        { id: 2, token: 11 },
      ];
      await upsertDirtyMarks(read);
      await upsertDirtyMarks([{ id: 2, token: 12 }]);
      expect(await clearDirty(read)).toBe(1);
      expect(await dirtyIssues(10)).toEqual([{ id: 2, token: 12 }]);
    }));

  test('a mark is set aside unless it was set again since it was read, and waits once more when it is', () =>
    inDatabase(async () => {
      const read = [
        { id: 1, token: 10 },
        { id: 2, token: 11 },
      ];
      await upsertDirtyMarks(read);
      await upsertDirtyMarks([{ id: 2, token: 12 }]);
      await setIssuesAside(read, 'jiraMalformed');
      expect(await dirtyIssues(10)).toEqual([{ id: 2, token: 12 }]);
      await upsertDirtyMarks([{ id: 1, token: 13 }]);
      expect(await dirtyIssues(10)).toEqual([
        { id: 1, token: 13 },
        { id: 2, token: 12 },
      ]);
    }));

  test('a lease has one holder, until it is given back or its time is over', () =>
    inDatabase(async () => {
      expect(await takeMadeLease('drain', 200, 100)).toBe(false);
      await makeLeases(['drain']);
      expect(await takeMadeLease('drain', 200, 100)).toBe(true);
      expect(await takeLease('drain', 250, 150)).toBe(false);
      expect(await takeLease('drain', 300, 201)).toBe(true);
      await setLease('drain', 0);
      expect(await takeLease('drain', 400, 202)).toBe(true);
    }));
});
