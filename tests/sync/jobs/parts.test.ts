import { findWorkItems } from '../../../src/store/work/findWorkItems';
import { dataOf, makeWorld } from '../../resolvers/world';
import { SqlError } from '../../site/platform/sql/engine';
import type { Site } from '../../site/site';

const HOUR_MS = 3_600_000;

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
});

const load = ({ jira }: Site): void => {
  jira.addProject({ key: 'POS', name: 'Tills' });
  for (const project of ['WEB', 'POS']) jira.createIssue({ project, type: 'Story', summary: 'S' }, null);
};

const isAsked = (path: string) => (request: { url: string }) => request.url.includes(path);

const isStored = (site: Site, key: string) =>
  site.runInApp(async () => (await findWorkItems([Number(site.jira.issue(key).id)])).length > 0);

test('a part of the hour that Jira refuses keeps none after it from running, and is told', async () => {
  const { site, onPortfolio } = await makeWorld(load);
  await site.schedule('fiveMinute');
  site.faults.deliveries = () => [];
  const isRefused = isAsked('/resolution/search');
  site.faults.answer = (request) => (isRefused(request) ? new Response('{}', { status: 403 }) : null);
  site.jira.life.archiveProject('POS');
  expect(await isStored(site, 'POS-1')).toBe(true);
  site.clock.advance(HOUR_MS);
  await expect(site.schedule('hour')).rejects.toThrow('403');
  await site.settle();
  expect(await isStored(site, 'POS-1')).toBe(false);
  expect(dataOf(await onPortfolio('admin', 'operations', {})).failures).toMatchObject([
    { what: 'everyHour', code: 'jiraForbidden' },
  ]);
  await site.close();
});

test('of the parts of a job that fail each is told, whatever kept Jira busy', async () => {
  let isBroken = false;
  const { site, onPortfolio } = await makeWorld(load, (engine) => ({
    ...engine,
    execute: (query, params) =>
      isBroken && /from `title_update`|p\.refreshed_day < /i.test(query)
        ? Promise.reject(new SqlError('Out Of Memory Quota!', 'ER_UNKNOWN_ERROR', 8175, 'HY000'))
        : engine.execute(query, params),
  }));
  await site.schedule('fiveMinute');
  site.jira.life.archiveProject('POS');
  await site.settle();
  site.faults.answer = () => new Response('{}', { status: 503 });
  isBroken = true;
  site.clock.advance(HOUR_MS);
  await expect(site.schedule('fiveMinute')).rejects.toThrow();
  isBroken = false;
  site.faults.end();
  const { failures } = dataOf(await onPortfolio('admin', 'operations', {}));
  const told = failures.map(({ what, code, times }) => `${what} ${code} ${times}`);
  expect(told.sort()).toEqual(['everyFiveMinutes database 2', 'everyFiveMinutes jiraBusy 1']);
  await site.close();
});
