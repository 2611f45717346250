import { importStrategy } from '../../strategy/importStrategy';
import { rateState } from '../../../src/site/rateBudget';
import { objective } from '../../domain/build';
import { SiteClock } from '../../site/clock';
import { createSite, type Site } from '../../site/site';
import { migrated } from '../../site/platform/sql/migrated';

const START = Date.UTC(2026, 4, 18, 12, 10);
const ANN = { kind: 'user', accountId: 'ann' } as const;
const VALUE = { key: 'OBJ-1', name: 'Win' };

beforeEach(() => jest.spyOn(console, 'warn').mockReturnValue());

const installed = async (): Promise<Site> => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  site.jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  site.jira.addProject({ key: 'WEB', name: 'Web' });
  for (let made = 0; made < 4; made += 1) {
    site.jira.createIssue(
      { project: 'WEB', type: 'Story', summary: 'S', appValues: { 'strategic-objective': VALUE } },
      null,
    );
  }
  site.install();
  await later(site);
  return site;
};

const later = async (site: Site): Promise<void> => {
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
};

/** Records the paths that the app asks, and refuses one for a minute. */
const refusing = (site: Site, path: string, reason: string): string[] => {
  const asked: string[] = [];
  site.faults.answer = ({ url }) => {
    const { pathname } = new URL(url);
    asked.push(pathname.replace('/rest/api/3/', ''));
    if (!pathname.endsWith(path)) return null;
    return new Response('{}', { status: 429, headers: { 'Retry-After': '60', 'RateLimit-Reason': reason } });
  };
  return asked;
};

const isLimited = async (site: Site) => (await site.runInApp(() => rateState(site.clock.now()))).limitedUntil !== null;

test('a burst at one endpoint stops that endpoint, and nothing else', async () => {
  const site = await installed();
  const asked = refusing(site, '/search/jql', 'jira-burst-based');
  await site.schedule('hour');
  await site.schedule('day');
  // Once. Everything else of the hour and the day is asked.
  expect(asked.filter((path) => path === 'search/jql')).toHaveLength(1);
  expect(asked).toEqual(expect.arrayContaining(['field', 'serverInfo', 'project/search', 'search/approximate-count']));
  expect(await isLimited(site)).toBe(false);
  site.jira.editIssue('WEB-1', { status: 'Done' }, ANN);
  await later(site);
  expect(asked).toContain('issue/bulkfetch');
  site.clock.advance(80_000);
  await site.schedule('hour');
  expect(asked.filter((path) => path === 'search/jql')).toHaveLength(2);
  await site.close();
});

test('the hour’s quota stops everything, and so does a reason that is new', async () => {
  for (const reason of ['jira-quota-global-based', 'jira-quota-tenant-based', 'jira-something-new']) {
    const site = await installed();
    const asked = refusing(site, '/field', reason);
    await site.schedule('hour');
    await site.schedule('day');
    site.jira.editIssue('WEB-1', { status: 'Done' }, ANN);
    await later(site);
    expect(asked).toEqual(['field']);
    expect(await isLimited(site)).toBe(true);
    await site.close();
  }
});

test('an issue that was written to too often waits alone: the others get their title, and so does it in the end', async () => {
  const site = await installed();
  const { jira } = site;
  const hot = Number(jira.issue('WEB-3').id);
  let refused = 0;
  // As often as Jira allows in half a minute, and once more.
  const path = `${jira.baseUrl}/rest/api/3/app/field/value`;
  const body = JSON.stringify({ updates: [{ issueIds: [hot] }] });
  for (let times = 0; times < 100; times += 1) {
    const request = new Request(path, { method: 'POST', body });
    const answer = await jira.rates.within(
      request,
      () => Promise.resolve(Response.json({})),
      () => 0,
    );
    if (answer.status === 429) refused += 1;
    if (times % 20 === 19) site.clock.advance(2_001);
  }
  expect(refused).toBe(0);
  await site.runInApp(() => importStrategy([objective('OBJ-1', { title: 'Win more' })]));
  await site.settle();
  const titles = () => [...jira.issues.all()].map(({ appValues }) => Object.values(appValues)[0] as { name: string });
  expect(titles().map(({ name }) => name)).toEqual(['Win more', 'Win more', 'Win', 'Win more']);
  expect(await isLimited(site)).toBe(false);
  site.clock.advance(60_000);
  await site.schedule('fiveMinute');
  await later(site);
  expect(titles().map(({ name }) => name)).toEqual(Array.from({ length: 4 }, () => 'Win more'));
  await site.close();
});
