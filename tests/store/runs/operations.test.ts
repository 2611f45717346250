import { storeMarks } from '../../../src/store/runs/dirtyIssues';
import { driftChecks, noteCheck } from '../../../src/store/runs/driftChecks';
import { forgetFailures, latestFailures, storeFailure } from '../../../src/store/runs/failures';
import { lag } from '../../../src/store/runs/lag';
import { storeSummaries } from '../../../src/store/blocks/summaries';
import { sumsOf } from '../../../src/store/blocks/sums';
import { nameProjects } from '../../../src/store/work/projects';
import { startTitleUpdates } from '../../../src/store/strategy/titleUpdates';
import { onEachEngine } from '../onEachEngine';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = 1_800_000_000_000;

onEachEngine((inDatabase) => {
  test('of each kind of check the newest is kept, and the newest that found something', () =>
    inDatabase(async () => {
      expect(await driftChecks()).toEqual([]);
      await noteCheck('hourly', NOW, 0);
      expect(await driftChecks()).toEqual([{ kind: 'hourly', at: NOW, found: 0, drift: null }]);
      await noteCheck('hourly', NOW + HOUR_MS, 3);
      await noteCheck('hourly', NOW + 2 * HOUR_MS, 0);
      await noteCheck('daily', NOW, 7);
      expect(await driftChecks()).toEqual(
        expect.arrayContaining([
          { kind: 'hourly', at: NOW + 2 * HOUR_MS, found: 0, drift: { at: NOW + HOUR_MS, found: 3 } },
          { kind: 'daily', at: NOW, found: 7, drift: { at: NOW, found: 7 } },
        ]),
      );
    }));

  test('the same failure is one row that counts, however often it comes', () =>
    inDatabase(async () => {
      const failure = { what: 'drain', code: 'database' as const, detail: 'QUERY_TIMED_OUT', reference: 'a' };
      await storeFailure(failure, NOW);
      await storeFailure({ ...failure, reference: 'b', detail: null }, NOW + 1);
      await storeFailure({ ...failure, what: 'portfolio' }, NOW + 2);
      expect(await latestFailures(10, NOW + 3)).toEqual([
        { ...failure, what: 'portfolio', firstAt: NOW + 2, lastAt: NOW + 2, times: 1 },
        { ...failure, reference: 'b', detail: null, firstAt: NOW, lastAt: NOW + 1, times: 2 },
      ]);
      expect(await latestFailures(1, NOW + 3)).toMatchObject([{ what: 'portfolio' }]);
    }));

  test('a failure that stayed away for two weeks is over, and counts anew when it comes back', () =>
    inDatabase(async () => {
      const failure = { what: 'drain', code: 'database' as const, detail: null, reference: 'a' };
      await storeFailure(failure, NOW);
      await storeFailure(failure, NOW + 14 * DAY_MS);
      expect(await latestFailures(10, NOW + 14 * DAY_MS)).toMatchObject([{ times: 2, firstAt: NOW }]);
      const later = NOW + 28 * DAY_MS + 1;
      expect(await latestFailures(10, later)).toEqual([]);
      await storeFailure(failure, later);
      expect(await latestFailures(10, later)).toMatchObject([{ times: 1, firstAt: later }]);
    }));

  test('a failure that is over is deleted by the day', () =>
    inDatabase(async () => {
      const failure = { code: 'database' as const, detail: null, reference: 'a' };
      await storeFailure({ what: 'drain', ...failure }, NOW);
      await storeFailure({ what: 'portfolio', ...failure }, NOW + DAY_MS);
      await forgetFailures(NOW + 14 * DAY_MS + 1);
      // As if it were not over: what is left is read.
      expect(await latestFailures(10, NOW)).toMatchObject([{ what: 'portfolio' }]);
    }));

  test('the lag tells what waits, and which projects are behind', () =>
    inDatabase(async () => {
      expect(await lag(20)).toEqual({
        waiting: 0,
        oldestToken: null,
        projects: 0,
        outdated: 0,
        countedAt: null,
        titleUpdates: 0,
        objectives: { stated: 0, issues: 0 },
      });
      await storeMarks([
        { id: 1, token: 5000 },
        { id: 2, token: 4000 },
      ]);
      await startTitleUpdates([1]);
      await nameProjects(['WEB', 'POS', 'STO'].map((key, id) => ({ id, key, name: key })));
      const typical = { median: 1000, low: 1000, high: 1000 };
      await storeSummaries([{ id: 0, typical, sums: sumsOf([]), basis: 0 }], { now: NOW, today: 20 });
      await storeSummaries([{ id: 1, typical, sums: sumsOf([]), basis: 0 }], {
        now: NOW - 1,
        today: 19,
      });
      expect(await lag(20)).toEqual({
        waiting: 2,
        oldestToken: 4000,
        projects: 3,
        outdated: 2,
        countedAt: NOW,
        titleUpdates: 1,
        objectives: { stated: 0, issues: 0 },
      });
    }));
});
