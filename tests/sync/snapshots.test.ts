import fc from 'fast-check';
import { WEEKLY_RECORD_DAYS } from '../../src/domain/retention';
import { signalsOf } from '../../src/domain/strategy/signals';
import { recordedByWeek } from '../../src/domain/forecast/trend';
import { lastDayOf, weekOf } from '../../src/domain/time/weeks';
import { storeCheckIn } from '../../src/store/strategy/checkIns';
import { database } from '../../src/store/sql/database';
import { tagIds } from '../../src/store/strategy/objectives';
import { writeSetting } from '../../src/store/runs/settingStore';
import { storeScoreSnapshot } from '../../src/store/strategy/scoreSnapshots';
import { snapshotsSince, storeObjectiveSnapshots, storeProjectSnapshots } from '../../src/store/strategy/snapshots';
import { statedRows } from '../../src/store/strategy/statedStrategy';
import { storeEvents } from '../../src/store/strategy/strategyEvents';
import { importStrategy } from '../strategy/importStrategy';
import { refreshOutdated } from '../../src/sync/follow/refresh';
import { projectIds } from '../../src/store/work/projects';
import { siteReading } from '../../src/site/siteReading';
import { takeMissingSnapshots, takeSnapshots } from '../../src/sync/snapshots';
import { done, item, objective } from '../domain/build';
import { strategyEvent } from '../domain/buildStrategy';
import { makeWorld } from '../resolvers/world';
import { onEachEngine } from '../store/onEachEngine';
import { DISCOVERED, hold, NO_FACTORS, NOW, objectiveSnapshot, projectSnapshot, TODAY, WHOLE } from './recording';
import { DAY_MS } from './synced';

jest.setTimeout(180_000);

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
      expect((await siteReading()).fields).toEqual({
        ...DISCOVERED.fields,
        ...{ flagged: null, team: null, start: null },
      });
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
