import { waitingMarks } from '../../../src/store/runs/dirtyIssues';
import { neverSwept, sweepWhen } from '../../../src/sync/compare/sweepWhen';
import { SiteClock } from '../../site/clock';
import { createSite, type Site } from '../../site/site';
import { migrated } from '../../site/platform/sql/migrated';

jest.setTimeout(120_000);

const START = Date.UTC(2026, 4, 18, 12);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ANN = { kind: 'user', accountId: 'ann' } as const;

const siteWith = async (stories: number): Promise<Site> => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  site.jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  site.jira.addProject({ key: 'WEB', name: 'Web' });
  for (let made = 0; made < stories; made += 1) {
    site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  }
  site.install();
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
  return site;
};

/** Lets Jira's count be off by so much, and nothing else. Says how many ids a daily check read. */
const idsReadOnADay = async (site: Site, off: number): Promise<number> => {
  const count = [...site.jira.issues.all()].length + off;
  site.faults.answer = (request) => (request.url.includes('approximate-count') ? Response.json({ count }) : null);
  site.clock.advance(DAY_MS);
  const before = site.jira.rates.points;
  await site.schedule('day');
  site.faults.end();
  // A few points are for projects and counts; the rest are ids.
  const spent = site.jira.rates.points - (before > site.jira.rates.points ? 0 : before);
  return spent > 100 ? spent : 0;
};

const marked = async (site: Site): Promise<number> => (await site.runInApp(() => waitingMarks(9))).length;

test('an estimate that is off by one in a thousand starts no comparison of all ids, unless it lasts', async () => {
  const site = await siteWith(2000);
  expect(await idsReadOnADay(site, 2)).toBe(0);
  expect(await idsReadOnADay(site, 0)).toBe(0);
  expect(await idsReadOnADay(site, -1)).toBe(0);
  expect(await idsReadOnADay(site, 2)).toBe(0);
  // The third day in a row.
  expect(await idsReadOnADay(site, 2)).toBeGreaterThan(2000);
  // The ids did not differ, so this is the estimate's error.
  for (let day = 0; day < 5; day += 1) expect(await idsReadOnADay(site, 2)).toBe(0);
  expect(await idsReadOnADay(site, 30)).toBeGreaterThan(2000);
  await site.close();
});

test('what went unseen is found within four weeks even where as many came, and the ids cost no more than the hour has', async () => {
  const site = await siteWith(3000);
  const { jira, clock } = site;
  jira.rates.quota = { points: 9_000, own: false };
  site.faults.deliveries = () => [];
  jira.deleteIssue('WEB-17', ANN);
  jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, ANN);
  // Reconciliation finds the new one.
  site.faults.deliveries = () => [0];
  for (let hour = 0; hour < 30 * 24 && (await marked(site)) < 2; hour += 1) {
    clock.advance(HOUR_MS);
    if (hour % 24 === 0) await site.schedule('day');
    else await site.schedule('hour');
    expect(jira.rates.points).toBeLessThanOrEqual(900);
  }
  const ids = (await site.runInApp(() => waitingMarks(9))).map(({ id }) => id);
  expect(ids).toContain(10_017);
  await site.close();
});

test('a difference of many, or any of a small project, is looked into on the same day', () => {
  const today = 20_000;
  const before = { day: today, off: 0, differs: 0 };
  const when = (counts: number, holds: number) => sweepWhen(before, { counts, holds }, today).now;
  expect([when(999, 998), when(100_000, 99_901), when(100_000, 99_800)]).toEqual([true, false, true]);
  expect([when(0, 5), when(5, 0), when(5, 5)]).toEqual([true, true, false]);
});

test('projects have their turn on different days, each within four weeks', () => {
  const today = 20_000;
  const turns = new Set<number>();
  for (let project = 10_000; project < 10_028; project += 1) {
    const swept = neverSwept(project, today);
    const day = Array.from({ length: 28 }, (_, later) => today + later).find(
      (one) => sweepWhen(swept, { counts: 9, holds: 9 }, one).now,
    );
    turns.add(day ?? Number.NaN);
  }
  expect(turns.size).toBe(28);
  expect(turns).not.toContain(Number.NaN);
});
