import { dataOf, DAY_MS } from '../resolvers/world';
import type { Site } from '../site/site';
import { bulkWorld, fifteenMinutes, settle } from './bulkWorld';
import { ruled } from './ruledWorld';

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
});

/** From now on Jira fails over every write that names this issue. */
const failWriting = (site: Site, key: string): void => {
  const { id } = site.jira.issue(key);
  site.faults.answer = ({ url }, body) =>
    url.includes('/app/field/value') && body.includes(id) ? new Response('{}', { status: 500 }) : null;
};

test('an issue over which Jira fails stops no other, nor a job behind it, and is told as failed', async () => {
  const { site, gather, start, job, tagged } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id));
  failWriting(site, 'WEB-77');
  await settle(site);
  expect((await job()).issues).toEqual({ done: 247, failed: 1, same: 1, kept: 1, subtask: 1 });
  expect(tagged()).toBe(248);
  await site.close();
});

test('a job that Jira fails to write at all holds up no other; after a day its few issues are told as failed', async () => {
  const { site, gather, start, job, idOf, tagged, onProject } = await bulkWorld(() => undefined, 12);
  failWriting(site, 'WEB-7');
  const { job: first } = await gather([idOf('WEB-7')]);
  dataOf(await start(first));
  site.clock.advance(1000);
  const { job: second } = await gather([idOf('WEB-8'), idOf('WEB-9')]);
  dataOf(await start(second));
  await settle(site);
  expect([tagged(), await job()]).toMatchObject([3, { id: second, state: 'finished', issues: { done: 2 } }]);
  await fifteenMinutes(site);
  site.clock.advance(DAY_MS);
  await fifteenMinutes(site);
  const jobs = dataOf(await onProject('member', 'bulkJobs', { before: null })).jobs;
  expect(jobs.find(({ id }) => id === first)).toMatchObject({ state: 'finished', issues: { failed: 1 } });
  await site.close();
});

test('while Jira fails to write anything no issue is told as failed, and all are linked once it writes', async () => {
  const { site, gather, start, job, tagged } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id));
  site.faults.answer = ({ url }) => (url.includes('/app/field/value') ? new Response('{}', { status: 500 }) : null);
  await settle(site);
  await fifteenMinutes(site);
  expect([tagged(), await job()]).toMatchObject([1, { state: 'running' }]);
  expect((await job()).issues.failed).toBeUndefined();
  site.faults.end();
  await fifteenMinutes(site);
  expect((await job()).issues).toEqual({ done: 248, same: 1, kept: 1, subtask: 1 });
  await site.close();
});

test('a rule whose JQL Jira fails to search holds up no rule behind it', async () => {
  const { site, state, rules, tagOf } = await ruled();
  site.faults.answer = ({ url }, body) =>
    url.includes('/search/jql') && body.includes('labels = bad') ? new Response('{}', { status: 500 }) : null;
  dataOf(await state({ jql: 'labels = bad' }));
  dataOf(await state());
  await settle(site);
  expect(await rules()).toMatchObject([
    { jql: 'labels = bad', isSwept: false, pause: null },
    { jql: 'labels = b2b', isSwept: true },
  ]);
  expect(tagOf('WEB-1')).toMatchObject({ key: 'OBJ-2' });
  site.faults.end();
  await fifteenMinutes(site);
  expect(await rules()).toMatchObject([{ isSwept: true }, { isSwept: true }]);
  await site.close();
});
