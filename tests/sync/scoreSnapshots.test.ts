import { database } from '../../src/store/sql/database';
import { recordedIn } from '../../src/store/strategy/recordedDay';
import { storeScoreSnapshot } from '../../src/store/strategy/scoreSnapshots';
import { storeObjectiveSnapshots, storeProjectSnapshots } from '../../src/store/strategy/snapshots';
import { takeSnapshots } from '../../src/sync/snapshots';
import { item, objective } from '../domain/build';
import { importStrategy } from '../strategy/importStrategy';
import { onEachEngine } from '../store/onEachEngine';
import { ALL, hold, NO_FACTORS, NOW, objectiveSnapshot, projectSnapshot, TODAY } from './recording';

jest.setTimeout(180_000);

onEachEngine((inDatabase) => {
  test('the index and its factors are recorded, a row a day, and a score without a value has none', () =>
    inDatabase(async () => {
      await importStrategy([objective('A', { owner: 'p1', start: TODAY - 50, target: TODAY + 50 })]);
      const people = ['p1', 'p2', 'p3', 'p4', 'p5'];
      const aligned = people.map((assignee, at) => item(at + 1, { tag: 'A', outcome: 'doing', assignee }));
      await hold([...aligned.slice(1), item(1, { outcome: 'doing', assignee: 'p1' })]);
      await takeSnapshots(NOW);
      await takeSnapshots(NOW);
      const { scores } = await recordedIn({ from: TODAY, to: TODAY }, ALL);
      // Owner and dates of four parts; reach 1 and no narrative; 4 of 5 units aligned, one objective, so no fit.
      const factors = {
        clarity: 0.5,
        communication: 0.5,
        resources: 0.8,
        monitoring: 0,
        adaptability: null,
        buyIn: 0.8,
      };
      expect(scores).toMatchObject({ day: TODAY, factors });
      const mean = (Math.log2(1.5) + Math.log2(1.5) + Math.log2(1.8) + Math.log2(1)) / 4;
      expect(scores?.index).toBeCloseTo(100 * 0.8 * mean, 9);
      expect(await database.selectFrom('site_snapshot').selectAll().execute()).toHaveLength(1);
    }));

  test('a day without a record has no value, and the newest of a range of days is read', () =>
    inDatabase(async () => {
      await importStrategy([objective('A')]);
      const scored = (day: number, index: number | null) =>
        storeScoreSnapshot({ day, index, factors: { ...NO_FACTORS, adaptability: 0 } });
      await scored(TODAY - 9, 40);
      await scored(TODAY - 3, null);
      await storeObjectiveSnapshots([objectiveSnapshot('A', TODAY - 4), objectiveSnapshot('A', TODAY)]);
      await storeProjectSnapshots([1, 2].map((project) => projectSnapshot(project, TODAY - 2)));
      const on = (from: number, to: number, coverage = ALL) => recordedIn({ from, to }, coverage);
      expect(await on(TODAY - 8, TODAY - 1)).toEqual({
        scores: { day: TODAY - 3, index: null, factors: { ...NO_FACTORS, adaptability: 0 } },
        objectives: [objectiveSnapshot('A', TODAY - 4)],
        projects: [projectSnapshot(1, TODAY - 2), projectSnapshot(2, TODAY - 2)],
      });
      expect(await on(TODAY - 1, TODAY - 1)).toEqual({ scores: null, objectives: [], projects: [] });
      // What was recorded over all projects is not for those whose numbers cover some.
      expect(await on(TODAY - 9, TODAY, { ...ALL, covers: 'browsable', covered: new Set([2]) })).toEqual({
        scores: null,
        objectives: [],
        projects: [projectSnapshot(2, TODAY - 2)],
      });
    }));
});
