import { asApp, asUser, getAppContext, route } from '@forge/api';
import { Queue } from '@forge/events';
import { sql } from '@forge/sql';
import { SiteClock } from '../../clock';
import { readManifest } from './manifest';
import { forgeRuntime } from './runtime';
import { type Destination, runInvocation } from './seam';

/** Fails when an upgrade of `@forge/*` moves the undocumented globals, or what is sent through them. */
describe('the seam under @forge/*', () => {
  const asked: { destination: Destination; path: string; body: unknown }[] = [];
  const runtime = forgeRuntime(readManifest(process.cwd()), 'probe', performance.now() + 10_000);

  const probe = <T>(work: () => Promise<T>, answer: Response, clock = new SiteClock()): Promise<T> =>
    runInvocation(
      {
        runtime,
        clock,
        fetch: (destination, path, init) => {
          const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
          asked.push({ destination, path, body });
          return Promise.resolve(answer);
        },
      },
      work,
    );

  beforeEach(() => {
    asked.length = 0;
  });

  it('carries Jira calls of the viewer and of the app', async () => {
    await probe(() => asUser().requestJira(route`/rest/api/3/myself`), Response.json({}));
    await probe(() => asApp().requestJira(route`/rest/api/3/field`), Response.json([]));
    expect(asked).toMatchObject([
      { destination: { type: 'fpp', provider: 'user', remote: 'jira' }, path: '/rest/api/3/myself' },
      { destination: { type: 'fpp', provider: 'app', remote: 'jira' }, path: '/rest/api/3/field' },
    ]);
  });

  it('carries SQL, schema changes at an endpoint of their own', async () => {
    const answer = () => Response.json({ rows: [{ one: 1 }], metadata: {} });
    const { rows } = await probe(() => sql.prepare('SELECT ?').bindParams(1).execute(), answer());
    await probe(() => sql.executeDDL('CREATE TABLE t (a INT)'), answer());
    expect(rows).toEqual([{ one: 1 }]);
    const destination = { type: 'sql', provider: 'app', remote: 'sql' };
    expect(asked).toMatchObject([
      { destination, path: '/api/v1/execute', body: { query: 'SELECT ?', params: [1] } },
      { destination, path: '/api/v1/execute/ddl', body: { query: 'CREATE TABLE t (a INT)' } },
    ]);
  });

  it('carries pushes to a queue', async () => {
    await probe(() => new Queue({ key: 'work' }).push({ body: { n: 1 } }), new Response(null, { status: 201 }));
    expect(asked).toMatchObject([
      {
        destination: { provider: 'app', remote: 'stargate' },
        path: expect.stringContaining('/webhook/queue/publish/') as string,
        body: { queueName: 'work', payload: [{ body: { n: 1 } }] },
      },
    ]);
  });

  it('tells the app about its invocation, and turns proxy errors into errors', async () => {
    const context = await probe(() => Promise.resolve(getAppContext()), Response.json({}));
    expect(context.environmentType).toBe('DEVELOPMENT');
    expect(context.invocationRemainingTimeInMillis()).toBeGreaterThan(5000);
    const refused = new Response('', { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
    const call = probe(() => asUser().requestJira(route`/rest/api/3/myself`), refused);
    await expect(call).rejects.toThrow('Authentication Required');
  });

  it('has no runtime outside an invocation', () => {
    expect(() => getAppContext()).toThrow('Forge runtime not found');
  });

  it('gives an invocation the site’s time, and nobody else', async () => {
    const time = Date.UTC(2001, 1, 1);
    const read = () => Promise.resolve([Date.now(), new Date().getTime(), new Date(5).getTime()]);
    expect(await probe(read, Response.json({}), new SiteClock(time))).toEqual([time, time, 5]);
    expect(Date.now()).toBeGreaterThan(time);
    expect(new Date()).toBeInstanceOf(Date);
  });
});
