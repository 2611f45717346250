import { join } from 'node:path';
import { SiteClock } from '../clock';
import { type Site, createSite } from '../site';
import { FROM_APP } from './fromApp';
import { siteApp } from './siteServer';

const BASE_URL = 'http://localhost';

describe('the site’s server', () => {
  let site: Site;
  const ask = async (path: string, { cookie = '', body }: { cookie?: string; body?: unknown } = {}) =>
    siteApp(site).request(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });

  beforeEach(async () => {
    const clock = new SiteClock(Date.UTC(2026, 2, 1));
    site = await createSite({
      folder: join(__dirname, '..', 'platform', 'fixture'),
      clock,
      baseUrl: BASE_URL,
      openapi: false,
    });
    site.jira.addUser({ accountId: 'ada', displayName: 'Ada Lovelace' });
    site.jira.addUser({ accountId: 'bo', displayName: 'Bo' });
    site.jira.addProject({ key: 'ONE', name: 'One' });
    site.jira.createIssue({ project: 'ONE', type: 'Task', summary: 'x' }, null);
  });
  afterEach(() => site.close());

  it('answers Jira’s REST API as the browser’s user, the first one by default', async () => {
    expect(await (await ask('/rest/api/3/myself')).json()).toMatchObject({ accountId: 'ada' });
    expect(await (await ask('/rest/api/3/myself', { cookie: 'account=bo' })).json()).toMatchObject({ accountId: 'bo' });
  });

  it('lets the app’s pages ask only what the app has the scope for', async () => {
    const projects = (headers: Record<string, string>) =>
      siteApp(site).request('/rest/api/3/project/search', { headers });
    expect((await projects({})).status).toBe(200);
    expect((await projects({ [FROM_APP]: 'true' })).status).toBe(401);
  });

  it('takes person and theme from an address, and leads to the address without them', async () => {
    const answer = await ask('/projects/ONE?user=bo&window=30&theme=dark');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/projects/ONE?window=30']);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    expect(cookies).toEqual(['account=bo', 'theme=dark']);
  });

  it('calls the app’s resolver as that user, and passes on what it throws', async () => {
    const place = { moduleKey: 'panel', extension: {} };
    const who = await ask('/site/invoke', {
      cookie: 'account=bo',
      body: { ...place, functionKey: 'who', payload: {} },
    });
    expect(await who.json()).toMatchObject({ result: { user: 'bo' } });
    const broken = await ask('/site/invoke', { body: { ...place, functionKey: 'fail' } });
    expect([broken.status, await broken.json()]).toEqual([500, { message: 'It broke.' }]);
  });

  it('shows the panel once its button is clicked, or everywhere in a project that pins it', async () => {
    const shown = async () => (await (await ask('/site/panel/ONE-1')).json()) as object;
    const server = siteApp(site);
    const post = (body: object) =>
      server.request('/site/panel', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    expect(await shown()).toEqual({ shown: false, pinned: false });
    await post({ project: 'ONE' });
    expect(await (await server.request('/site/panel/ONE-1')).json()).toEqual({ shown: true, pinned: true });
  });

  it('moves the clock', async () => {
    await ask('/site/clock', { body: { ms: 60_000 } });
    expect(site.clock.now()).toBe(Date.UTC(2026, 2, 1) + 60_000);
  });

  describe('refuses a page of another site', () => {
    const body = JSON.stringify({ ms: 1 });
    const json = { 'content-type': 'application/json' };
    it.each([
      ['that reaches it by another name', 'http://rebound.example/rest/api/3/myself', {}, 421],
      [
        'that names its origin',
        '/site/clock',
        { method: 'POST', body, headers: { ...json, origin: 'https://example.com' } },
        403,
      ],
      ['that reads', '/rest/api/3/myself', { headers: { origin: 'https://example.com' } }, 403],
      ['that sends a form', '/site/clock', { method: 'POST', body, headers: { 'content-type': 'text/plain' } }, 415],
    ])('%s', async (_, path, init, status) => {
      const answer = await siteApp(site).request(path, init);
      expect(answer.status).toBe(status);
      expect(site.clock.now()).toBe(Date.UTC(2026, 2, 1));
    });

    it('that embeds an answer', async () => {
      const { headers } = await ask('/rest/api/3/myself');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    });
  });

  it('answers its own pages', async () => {
    const headers = { origin: BASE_URL, 'content-type': 'application/json; charset=utf-8' };
    const answer = await siteApp(site).request('/site/clock', { method: 'POST', body: '{"ms":1}', headers });
    expect(answer.status).toBe(204);
  });

  it('draws people and issue types', async () => {
    const face = await ask('/avatars/ada');
    expect(face.headers.get('content-type')).toBe('image/svg+xml');
    expect(await face.text()).toContain('>AL<');
    expect((await ask('/avatars/nobody')).status).toBe(404);
  });
});
