import { SiteClock } from '../clock';
import { createSite, type Site } from '../site';
import { migrated } from '../platform/sql/migrated';
import { answerForApp } from './rest/answerForApp';

const HALF_PAST = Date.UTC(2026, 2, 1, 9, 30);
let site: Site;

beforeEach(async () => {
  site = await createSite({ engine: await migrated(), clock: new SiteClock(HALF_PAST) });
  site.jira.addProject({ key: 'WEB', name: 'Web shop' });
  for (let made = 0; made < 3; made += 1) {
    site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  }
});

afterEach(() => site.close());

const ask = (path: string, method = 'GET', body?: object): Promise<Response> => {
  const init = { method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) };
  return answerForApp(site.jira, new Request(new URL(path, site.jira.baseUrl), init), { kind: 'app' });
};
const search = (fields: string[]) => ask('/rest/api/3/search/jql', 'POST', { jql: 'project = WEB', fields });
const costOf = async (call: () => Promise<Response>): Promise<number> => {
  const before = site.jira.rates.points;
  expect((await call()).ok).toBe(true);
  return site.jira.rates.points - before;
};

test('a call costs a point, and each object in its answer another', async () => {
  const ids = [...site.jira.issues.all()].map(({ id }) => id);
  expect(await costOf(() => search(['id']))).toBe(4);
  const body = { issueIdsOrKeys: [ids[0], ids[1], '99999'], fields: ['status'] };
  expect(await costOf(() => ask('/rest/api/3/issue/bulkfetch', 'POST', body))).toBe(3);
  const count = { jql: 'project = WEB' };
  expect(await costOf(() => ask('/rest/api/3/search/approximate-count', 'POST', count))).toBe(1);
  expect(await costOf(() => ask('/rest/api/3/project/search'))).toBe(2);
});

test('what is left of an hour’s points is told once little is, and then calls are refused until the next hour', async () => {
  const { rates } = site.jira;
  rates.quota = { points: 100, own: false };
  const first = await search(['id']);
  expect(first.headers.get('RateLimit-Policy')).toBe('"global-app-quota";q=100;w=3600');
  expect(first.headers.get('RateLimit')).toBe('"global-app-quota";t=1800');
  rates.points = 96;
  expect((await search(['id'])).headers.get('RateLimit')).toBe('"global-app-quota";r=0;t=1800');
  const refused = await search(['id']);
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1800']);
  expect(refused.headers.get('RateLimit-Reason')).toBe('jira-quota-global-based');
  expect(refused.headers.get('X-RateLimit-Reset')).toBe('2026-03-01T10:00:00.000Z');
  site.clock.advance(1_800_000);
  expect((await search(['id'])).status).toBe(200);
  expect(rates.points).toBe(4);
});

test('one issue is written to at most 20 times in two seconds; other issues and reads are not held up', async () => {
  const [one, other] = [...site.jira.issues.all()].map(({ id }) => Number(id));
  const field = site.jira.fields.find(({ app }) => app)?.id;
  const write = (issue: number | undefined, name: string) =>
    ask('/rest/api/3/app/field/value', 'POST', {
      updates: [{ customField: field, issueIds: [issue], value: { key: 'OBJ-1', name } }],
    });
  for (let written = 0; written < 20; written += 1) expect((await write(one, `${written}`)).status).toBe(204);
  const refused = await write(one, 'once more');
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '2']);
  expect(refused.headers.get('RateLimit-Reason')).toBe('jira-per-issue-on-write');
  expect(site.jira.issue(String(one)).appValues).toMatchObject({ [field ?? '']: { name: '19' } });
  expect([(await write(other, 'other')).status, (await search(['id'])).status]).toEqual([204, 200]);
  site.clock.advance(2_000);
  expect((await write(one, 'later')).status).toBe(204);
});
