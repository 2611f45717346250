import { sql } from '@forge/sql';
import type { Site } from '../site/site';
import { dataOf, makeWorld, NOW } from './world';
import { asDay } from '../domain/days';

const MEMBER = { kind: 'user', accountId: 'member' } as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const iso = (instant: number) => new Date(instant).toISOString();

const withStories = (count: number) =>
  makeWorld(({ jira }) => {
    for (let made = 0; made < count; made += 1) {
      jira.createIssue({ project: 'WEB', type: 'Story', summary: 'A secret', assignee: 'member' }, null);
    }
  });

/** Lets time pass and does what is due then. */
const pass = async (site: Site, ms: number): Promise<void> => {
  site.clock.advance(ms);
  await site.settle();
};

const loseEvents = (site: Site): void => {
  site.faults.deliveries = () => [];
};

test('a site in step says when it was read, counted and recorded, and what that cost', async () => {
  const { site, onPortfolio } = await withStories(3);
  await pass(site, HOUR_MS);
  await site.schedule('hour');
  await site.schedule('day');
  await site.settle();
  const seen = dataOf(await onPortfolio('admin', 'operations', {}));
  expect(seen).toMatchObject({
    sync: { state: 'complete' },
    lastSync: { startedAt: iso(NOW), finishedAt: iso(NOW), issues: 3 },
    syncAgain: { issues: 3, points: 4, minutes: 1 },
    lag: { waiting: 0, oldest: null, projects: 1, outdated: 0, titleUpdates: 0 },
    objectives: { stated: 4, issues: 0, most: 2000 },
    checks: {
      hourly: { at: iso(NOW + HOUR_MS), found: 0, drift: null },
      daily: { at: iso(NOW + HOUR_MS), found: 0, drift: null },
    },
    snapshotDay: asDay('2026-05-18'),
    rate: { hour: iso(NOW + HOUR_MS), limitedUntil: null, lastLimit: null },
    failures: [],
  });
  const { rate } = seen;
  expect(rate.hours).toHaveLength(24);
  expect(rate.hours.at(-1)).toEqual({ hour: iso(NOW + HOUR_MS), points: rate.spent });
  // The first sync, an hour before.
  expect(rate.hours.at(-2)?.points).toBeGreaterThan(3);
  expect(rate.spent).toBeGreaterThan(0);
  await site.close();
});

test('a change waits until it is read; one that no event told of is found within the hour, and repaired', async () => {
  const { site, onPortfolio } = await withStories(3);
  const seen = async () => dataOf(await onPortfolio('admin', 'operations', {}));
  site.jira.editIssue('WEB-1', { status: 'Done' }, MEMBER);
  await site.settle();
  expect((await seen()).lag).toMatchObject({ waiting: 1, oldest: iso(NOW) });
  await pass(site, 10_000);
  expect((await seen()).lag).toMatchObject({ waiting: 0, oldest: null, countedAt: iso(NOW + 10_000) });

  loseEvents(site);
  site.jira.editIssue('WEB-1', { status: 'To Do' }, MEMBER);
  site.jira.editIssue('WEB-2', { status: 'Done' }, MEMBER);
  await pass(site, HOUR_MS);
  expect((await seen()).lag.waiting).toBe(0);
  await site.schedule('hour');
  const at = iso(NOW + HOUR_MS + 10_000);
  expect((await seen()).checks.hourly).toEqual({ at, found: 2, drift: { at, found: 2, repaired: false } });
  await pass(site, 10_000);
  expect((await seen()).checks.hourly).toEqual({ at, found: 2, drift: { at, found: 2, repaired: true } });
  await pass(site, HOUR_MS);
  await site.schedule('hour');
  expect((await seen()).checks.hourly).toMatchObject({ found: 0, drift: { at, found: 2, repaired: true } });
  await site.close();
});

test('what went unseen is found by the daily check', async () => {
  const { site, onPortfolio } = await withStories(3);
  loseEvents(site);
  site.jira.deleteIssue('WEB-3', MEMBER);
  await pass(site, HOUR_MS);
  await site.schedule('day');
  await pass(site, 10_000);
  expect(dataOf(await onPortfolio('admin', 'operations', {})).checks.daily).toMatchObject({
    found: 1,
    drift: { found: 1, repaired: true },
  });
  await site.close();
});

test('an admin has the site read again: pages stay usable, another waits for the end, and what Jira lost is gone', async () => {
  const { site, onPortfolio, page } = await withStories(5);
  const seen = async () => dataOf(await onPortfolio('admin', 'operations', {}));
  loseEvents(site);
  site.jira.deleteIssue('WEB-3', MEMBER);
  site.clock.advance(MINUTE_MS);
  const begun = dataOf(await onPortfolio('admin', 'syncAgain', {}));
  expect(begun).toMatchObject({ state: 'complete', again: { done: 0, total: 4, startedAt: iso(NOW + MINUTE_MS) } });
  expect(await onPortfolio('admin', 'syncAgain', {})).toMatchObject({ error: { code: 'conflict' } });
  expect((await page()).sync.state).toBe('complete');
  expect((await page()).planned.unlinked).toBe(5);
  site.statements.reset();
  expect((await seen()).sync).toEqual(begun);
  expect(site.statements.sql).toBeLessThanOrEqual(11);
  // Jira said a moment ago that they are an admin.
  expect(site.statements.jira).toBe(0);

  await site.settle();
  await pass(site, 10_000);
  expect((await seen()).sync).toEqual({ state: 'complete', finishedAt: iso(NOW + MINUTE_MS) });
  expect((await seen()).lastSync).toMatchObject({ startedAt: iso(NOW + MINUTE_MS), issues: 4 });
  expect((await page()).planned.unlinked).toBe(4);
  await site.close();
});

describe('failures', () => {
  beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());

  test('a job that fails is noted with the kind of failure, and counted while it goes on', async () => {
    const { site, onPortfolio } = await withStories(2);
    site.faults.answer = ({ url }) => (url.includes('/search/jql') ? new Response('{"issues":"A secret"}') : null);
    await expect(site.schedule('hour')).rejects.toThrow();
    await expect(site.schedule('hour')).rejects.toThrow();
    const { failures } = dataOf(await onPortfolio('admin', 'operations', {}));
    expect(failures).toEqual([
      {
        what: 'everyHour',
        code: 'jiraMalformed',
        detail: '200',
        reference: expect.stringMatching(/^[\da-f-]{36}$/) as string,
        firstAt: iso(NOW),
        lastAt: iso(NOW),
        times: 2,
      },
    ]);
    await site.close();
  });

  test('Jira out of reach is noted, though the job goes on later; that it is asked too often is told with the points', async () => {
    const { site, onPortfolio } = await withStories(2);
    jest.spyOn(console, 'warn').mockReturnValue();
    const until = NOW + 2 * MINUTE_MS;
    site.faults.answer = () => new Response(null, { status: 503, headers: { 'Retry-After': '120' } });
    await site.schedule('hour');
    site.faults.answer = () =>
      new Response(null, {
        status: 429,
        headers: { 'Retry-After': '120', 'RateLimit-Reason': 'jira-quota-tenant-based' },
      });
    await site.schedule('hour');
    site.faults.end();
    const { failures, rate } = dataOf(await onPortfolio('admin', 'operations', {}));
    expect(failures).toMatchObject([{ what: 'everyHour', code: 'jiraBusy', detail: '503', times: 1 }]);
    expect(rate.lastLimit).toEqual({ until: rate.limitedUntil, reason: 'jira-quota-tenant-based' });
    expect(Date.parse(rate.limitedUntil ?? '')).toBeGreaterThanOrEqual(until);
    await site.close();
  });

  test('a call that fails is noted with the reference that its visitor was told; a refusal is no failure', async () => {
    const { site, onPortfolio } = await withStories(2);
    site.faults.atStatement(3, { when: 'before', what: 'statementFails' });
    const answer = await onPortfolio('reader', 'portfolio', { window: 90, measure: 'items' });
    site.faults.disarm();
    expect(await onPortfolio('reader', 'settings', {})).toMatchObject({ error: { code: 'forbidden' } });
    const { failures } = dataOf(await onPortfolio('admin', 'operations', {}));
    expect(failures).toHaveLength(1);
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', reference: failures[0]?.reference } });
    expect(failures[0]).toMatchObject({ what: 'portfolio', code: 'database', times: 1 });
    await site.close();
  });

  test('where the database does not even take the note, the visitor hears of the failure all the same', async () => {
    const { site, onPortfolio } = await withStories(1);
    jest.spyOn(console, 'warn').mockReturnValue();
    await site.runInApp(() => sql.executeDDL('DROP TABLE failure'));
    site.faults.atStatement(3, { when: 'before', what: 'statementFails' });
    expect(await onPortfolio('reader', 'portfolio', { window: 90, measure: 'items' })).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    await site.close();
  });
});
