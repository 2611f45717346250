import fc from 'fast-check';
import { WEEKLY_RECORD_DAYS } from '../../src/domain/retention';
import type { Coverage } from '../../src/domain/work/coverage';
import { signalsOf } from '../../src/domain/strategy/signals';
import { recordedByWeek } from '../../src/domain/forecast/trend';
import type { WorkItem } from '../../src/domain/work/workItem';
import { lastDayOf, weekOf } from '../../src/domain/time/weeks';
import { storeCheckIn } from '../../src/store/strategy/checkIns';
import { database } from '../../src/store/sql/database';
import { tagIds } from '../../src/store/strategy/objectives';
import { writeSetting } from '../../src/store/runs/settingStore';
import { recordedIn } from '../../src/store/strategy/recordedDay';
import { storeScoreSnapshot } from '../../src/store/strategy/scoreSnapshots';
import { snapshotsSince, storeObjectiveSnapshots, storeProjectSnapshots } from '../../src/store/strategy/snapshots';
import { statedRows } from '../../src/store/strategy/statedStrategy';
import { storeEvents } from '../../src/store/strategy/strategyEvents';
import { importStrategy } from '../strategy/importStrategy';
import { writeItems } from '../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../src/sync/follow/refresh';
import { projectIds } from '../../src/store/work/projects';
import { siteReading } from '../../src/site/siteReading';
import { takeMissingSnapshots, takeSnapshots } from '../../src/sync/snapshots';
import { done, item, objective } from '../domain/build';
import { strategyEvent } from '../domain/buildStrategy';
import { makeWorld } from '../resolvers/world';
import { onEachEngine } from '../store/onEachEngine';
import { DAY_MS, synced } from './synced';

jest.setTimeout(180_000);

const TODAY = 1000;
const NOW = TODAY * DAY_MS;

/** Both projects, and what was recorded over all. */
const WHOLE = { covered: new Set([1, 2]), objectives: true };

/** Those who see all totals. */
const ALL: Coverage = { covers: 'all', covered: new Set([1, 2]), browsable: new Set([1]) };

/** What an older version stored of the site, without flags and teams. */
const DISCOVERED = { fields: { objective: null, estimates: [], sprint: null }, timeZone: 'UTC' };

const hold = async (items: readonly WorkItem[], updated = 0, now = NOW): Promise<void> => {
  await writeSetting('discovered', DISCOVERED);
  await writeItems(items.map((one) => synced(one, updated)));
  await refreshOutdated(now, 'UTC');
};

const objectiveSnapshot = (key: string, day: number) => ({
  objective: key,
  day,
  items: { todo: 1, doing: 2, done: 3 },
  points: { todo: 4, doing: 5, done: 6 },
  keyResultProgress: 0.25,
  health: 'atRisk' as const,
  openWork: 7,
});

const NO_FACTORS = {
  clarity: null,
  communication: null,
  resources: null,
  monitoring: null,
  adaptability: null,
  buyIn: null,
};

const projectSnapshot = (project: number, day: number) => ({
  project,
  day,
  items: { aligned: 1, run: 2, stale: 3, unlinked: 4 },
  points: { aligned: 5, run: 6, stale: 7, unlinked: 8 },
});

onEachEngine((inDatabase) => {
  test('a snapshot holds the work over the cascade, what key results and pace say, and the effort of projects', () =>
    inDatabase(async () => {
      const keyResult = {
        id: 1,
        title: 'NPS',
        unit: '',
        weight: null,
        goal: { kind: 'reach', baseline: 0, target: 10 },
      } as const;
      await importStrategy(
        [
          objective('A', { start: TODAY - 50, target: TODAY + 50 }),
          objective('B', { parent: 'A', status: 'dropped' }),
          objective('C', { status: 'draft' }),
        ],
        [{ ...keyResult, objective: 'A' }],
      );
      const [stated] = await statedRows();
      await storeCheckIn(stated?.id ?? 0, {
        id: 1,
        day: TODAY,
        at: NOW,
        author: null,
        note: null,
        health: null,
        decision: null,
        values: new Map([[stated?.keyResults[0]?.id ?? 0, 4]]),
        ofDraft: false,
      });
      await hold([
        item(1, { tag: 'A', estimate: 3000 }),
        item(2, { tag: 'A', outcome: 'doing' }),
        item(3, { tag: 'B', outcome: 'doing', estimate: 1000, project: 2 }),
        done(4, TODAY - 89, { tag: 'B', estimate: 5000 }),
        done(5, TODAY - 90, { tag: 'A' }),
        done(6, TODAY, { tag: 'RUN', project: 2 }),
        item(7, { outcome: 'doing' }),
        item(8, { tag: 'A', outcome: 'dropped', ended: 3 }),
      ]);
      await takeSnapshots(NOW);
      expect(await snapshotsSince(TODAY, WHOLE)).toEqual({
        objectives: [
          {
            objective: 'A',
            day: TODAY,
            items: { todo: 1, doing: 2, done: 2 },
            // Unestimated units take the median of their project's estimates, 3 and 5.
            points: { todo: 3000, doing: 5000, done: 9000 },
            keyResultProgress: 0.4,
            // 2 of 5 are done where half of them were expected.
            health: 'atRisk',
            openWork: 2,
          },
          {
            objective: 'B',
            day: TODAY,
            items: { todo: 0, doing: 1, done: 1 },
            points: { todo: 0, doing: 1000, done: 5000 },
            keyResultProgress: null,
            health: null,
            openWork: 1,
          },
          {
            objective: 'C',
            day: TODAY,
            items: { todo: 0, doing: 0, done: 0 },
            points: { todo: 0, doing: 0, done: 0 },
            keyResultProgress: null,
            health: null,
            openWork: 0,
          },
        ],
        effort: [
          {
            day: TODAY,
            items: { aligned: 2, run: 1, stale: 1, unlinked: 1 },
            points: { aligned: 9000, run: 1000, stale: 1000, unlinked: 4000 },
          },
        ],
      });
      expect((await snapshotsSince(TODAY, { covered: new Set([2]), objectives: false })).effort).toEqual([
        {
          day: TODAY,
          items: { aligned: 0, run: 1, stale: 1, unlinked: 0 },
          points: { aligned: 0, run: 1000, stale: 1000, unlinked: 0 },
        },
      ]);
      expect((await snapshotsSince(TODAY, { covered: new Set(), objectives: false })).effort).toEqual([]);
    }));

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

  test('taken again on the same day, a snapshot is overwritten; on another, it is added', () =>
    inDatabase(async () => {
      await importStrategy([objective('A')]);
      await hold([item(1, { tag: 'A' })]);
      await takeSnapshots(NOW);
      await takeSnapshots(NOW);
      await hold([done(1, TODAY, { tag: 'A' })], 1);
      await takeSnapshots(NOW + 3_600_000);
      const { objectives, effort } = await snapshotsSince(0, WHOLE);
      expect(objectives).toMatchObject([{ day: TODAY, items: { todo: 0, done: 1 }, openWork: 0 }]);
      expect(effort).toMatchObject([{ day: TODAY, items: { aligned: 1 } }]);
      await refreshOutdated(NOW + DAY_MS, 'UTC');
      await takeSnapshots(NOW + DAY_MS);
      expect((await snapshotsSince(0, WHOLE)).objectives.map(({ day }) => day)).toEqual([TODAY, TODAY + 1]);
    }));

  test('missing ones are taken once a day', () =>
    inDatabase(async () => {
      await importStrategy([objective('A')]);
      await hold([item(1, { tag: 'A' })]);
      await takeMissingSnapshots(NOW, 'UTC');
      await hold([item(1, { tag: 'A', outcome: 'doing' })], 1);
      await takeMissingSnapshots(NOW, 'UTC');
      expect((await snapshotsSince(0, WHOLE)).objectives).toMatchObject([{ day: TODAY, items: { todo: 1 } }]);
      await refreshOutdated(NOW + DAY_MS, 'UTC');
      await takeMissingSnapshots(NOW + DAY_MS, 'UTC');
      expect((await snapshotsSince(0, WHOLE)).objectives).toMatchObject([
        { day: TODAY },
        { day: TODAY + 1, items: { doing: 1 } },
      ]);
    }));

  test('after 400 days only those of Sundays are left', () =>
    inDatabase(async () => {
      await hold([item(1)]);
      const days = Array.from({ length: 450 }, (_, back) => TODAY - 1 - back);
      await storeObjectiveSnapshots(days.map((day) => objectiveSnapshot('A', day)));
      await storeProjectSnapshots(days.map((day) => projectSnapshot(1, day)));
      for (const day of days) await storeScoreSnapshot({ day, index: 1, factors: NO_FACTORS });
      await takeSnapshots(NOW);
      const rows = await database.selectFrom('objective_snapshot').select('day').orderBy('day').execute();
      const left = rows.map(({ day }) => Number(day));
      const kept = days.filter((day) => day >= TODAY - 400 || day === lastDayOf(weekOf(day))).reverse();
      expect(left).toEqual(kept);
      const scored = await database.selectFrom('site_snapshot').select('day').orderBy('day').execute();
      expect(scored.map(({ day }) => Number(day))).toEqual([...kept, TODAY]);
      expect(left.length).toBeLessThan(410);
    }));

  test('after five years not even those', () =>
    inDatabase(async () => {
      await hold([item(1)]);
      const days = Array.from({ length: 20 }, (_, back) => TODAY - WEEKLY_RECORD_DAYS + 10 - back);
      await storeProjectSnapshots(days.map((day) => projectSnapshot(1, day)));
      await takeSnapshots(NOW);
      const rows = await database.selectFrom('project_snapshot').select('day').orderBy('day').execute();
      const old = rows.map(({ day }) => Number(day)).filter((day) => day < TODAY);
      expect(old).toEqual(days.filter((day) => day >= TODAY - WEEKLY_RECORD_DAYS).reverse());
    }));

  test('the newest day of each week is read, and of objectives what is unlike the day before', () =>
    inDatabase(async () => {
      const monday = TODAY - ((TODAY + 3) % 7);
      const days = [monday - 8, monday - 7, monday - 2, monday, monday + 2, monday + 3];
      await storeObjectiveSnapshots(days.map((day) => objectiveSnapshot('A', day)));
      await storeObjectiveSnapshots([{ ...objectiveSnapshot('A', monday + 1), health: 'offTrack' }]);
      await storeProjectSnapshots(days.flatMap((day) => [projectSnapshot(1, day), projectSnapshot(2, day)]));
      const { objectives, effort } = await snapshotsSince(monday - 7, WHOLE);
      expect(objectives.map(({ day, health }) => [day - monday, health])).toEqual([
        [-7, 'atRisk'],
        [-2, 'atRisk'],
        [1, 'offTrack'],
        [2, 'atRisk'],
        [3, 'atRisk'],
      ]);
      expect(objectives.at(-1)).toEqual(objectiveSnapshot('A', monday + 3));
      expect(effort).toEqual(
        [monday - 2, monday + 3].map((day) => ({
          day,
          items: { aligned: 2, run: 4, stale: 6, unlinked: 8 },
          points: { aligned: 10, run: 12, stale: 14, unlinked: 16 },
        })),
      );
    }));

  test('what is not read of objectives tells no signal and no answer', async () => {
    const anyDay = fc.integer({ min: TODAY - 30, max: TODAY });
    const anySnapshot = fc.record({
      day: anyDay,
      health: fc.constantFrom(null, 'onTrack' as const, 'atRisk' as const, 'offTrack' as const),
      openWork: fc.constantFrom(0, 0, 2),
    });
    const history = fc.record({
      snapshots: fc.uniqueArray(anySnapshot, { selector: ({ day }) => day, minLength: 10, maxLength: 30 }),
      dropped: fc.uniqueArray(anyDay, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(history, ({ snapshots, dropped }) =>
        inDatabase(async () => {
          const all = snapshots.map((one) => ({ ...objectiveSnapshot('A', one.day), ...one }));
          await storeObjectiveSnapshots(all);
          const id = (await tagIds(['A'])).get('A') ?? 0;
          const events = dropped.map((day) => strategyEvent(day, { status: 'dropped' }, { openWork: 3 }));
          await storeEvents(events.map((event) => ({ ...event, objective: id, places: [], carried: false })));
          const read = (await snapshotsSince(0, WHOLE)).objectives;
          expect(all).toEqual(expect.arrayContaining(read));
          const inWindow = { events, checkIns: [], window: { from: TODAY - 20, to: TODAY }, responseDays: 9 };
          expect(signalsOf({ ...inWindow, snapshots: read })).toEqual(signalsOf({ ...inWindow, snapshots: all }));
          expect(recordedByWeek(read, TODAY)).toEqual(recordedByWeek(all, TODAY));
        }),
      ),
      { numRuns: 60 },
    );
  });

  test('what an older version kept of the site is read as a site without flags and teams', () =>
    inDatabase(async () => {
      await writeSetting('discovered', DISCOVERED);
      expect((await siteReading()).fields).toEqual({ ...DISCOVERED.fields, flagged: null, team: null });
    }));
});

test('a schedule that is missed leaves no hole, and what a snapshot costs does not grow with the work', async () => {
  const { site } = await makeWorld(({ jira }) => {
    for (let made = 0; made < 150; made += 1) jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  });
  const days = async () =>
    (await site.runInApp(async () => snapshotsSince(0, { ...WHOLE, covered: new Set(await projectIds()) }))).effort
      .length;
  await site.schedule('day');
  site.clock.advance(7 * DAY_MS);
  await site.schedule('fiveMinute');
  expect(await days()).toBe(2);
  await site.runInApp(() =>
    importStrategy(Array.from({ length: 650 }, (_, index) => objective(`MANY-${index}`, { parent: 'OBJ-1' }))),
  );
  site.statements.reset();
  await site.runInApp(() => takeSnapshots(site.clock.now()));
  expect(site.statements.sql).toBeLessThanOrEqual(20);
  expect(site.statements.jira).toBe(0);
  await site.close();
});
