import { database } from '../../src/store/sql/database';
import { dataOf } from '../resolvers/world';
import { bulkWorld, FIELD, fifteenMinutes, MEMBER, settle } from './bulkWorld';

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
});

test('a job under way is stopped and undone; what it had not reached stays as it was', async () => {
  const { site, gather, start, job, onProject, tagged } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id));
  // Jira takes the first hundred, then no more for a while.
  let writes = 0;
  site.faults.answer = ({ url }) => {
    if (!url.includes('/app/field/value') || (writes += 1) === 1) return null;
    return new Response('', { status: 429, headers: { 'Retry-After': '600' } });
  };
  await site.settle();
  expect(await job()).toMatchObject({ state: 'running', issues: { writing: 100, waiting: 50 } });
  site.faults.end();
  dataOf(await onProject('member', 'undoBulk', { job: id }));
  site.clock.advance(15 * 60_000);
  await site.schedule('fiveMinute');
  await settle(site);
  expect(await job()).toMatchObject({ state: 'finished', issues: { undone: 198, waiting: 50 } });
  expect(tagged()).toBe(1);
  await site.close();
});

test('an objective that is no longer active ends its job', async () => {
  const { site, gather, start, job, tagged, call } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id));
  const stated = dataOf(await call('editor', 'portfolio', {}, 'statedObjective', { key: 'OBJ-2' }));
  const { key, revision, ...objective } = stated;
  dataOf(
    await call('editor', 'portfolio', {}, 'saveObjective', {
      key,
      revision,
      objective: { ...objective, status: 'achieved' },
    }),
  );
  await settle(site);
  expect(await job()).toMatchObject({ state: 'finished', issues: { waiting: 250 } });
  expect(tagged()).toBe(1);
  await site.close();
});

test('what was begun when its objective stopped being active is settled by what Jira has, and can be undone', async () => {
  const { site, gather, start, job, tagged, onProject } = await bulkWorld(() => undefined, 12);
  dataOf(await start((await gather()).job));
  // Jira takes the values, and the function ends before it stores so. Another issue loses its link meanwhile.
  site.faults.answer = ({ url }) => {
    if (url.includes('/app/field/value')) site.faults.atStatement(1, { when: 'before', what: 'functionEnds' });
    return null;
  };
  await site.settle().catch(() => undefined);
  site.faults.end();
  expect([tagged(), (await job()).issues]).toEqual([11, { writing: 10, same: 1, kept: 1, subtask: 1 }]);
  site.jira.editIssue('WEB-9', { appValues: { [FIELD]: null } }, MEMBER);
  await site.runInApp(() => database.updateTable('objective').set({ status: 'achieved' }).execute());
  await fifteenMinutes(site);
  expect(await job()).toMatchObject({
    state: 'finished',
    issues: { done: 9, waiting: 1, same: 1, kept: 1, subtask: 1 },
  });
  dataOf(await onProject('member', 'undoBulk', { job: (await job()).id }));
  await settle(site);
  expect([tagged(), (await job()).issues]).toEqual([1, { undone: 9, waiting: 1, same: 1, kept: 1, subtask: 1 }]);
  await site.close();
});

test('undo takes back what Jira has, wherever around its write a function ended', async () => {
  let at = 0;
  for (let isLinking = true; isLinking;) {
    at += 1;
    for (const when of ['before', 'after'] as const) {
      const { site, gather, start, job, tagged, onProject } = await bulkWorld(() => undefined, 12);
      const { job: id } = await gather();
      dataOf(await start(id));
      // From where the tags are read that the issues have in Jira.
      let isRead = false;
      site.faults.answer = ({ url }) => {
        if (url.includes('/bulkfetch') && !isRead) {
          isRead = true;
          site.faults.atStatement(at, { when, what: 'functionEnds' });
        }
        return null;
      };
      await site.settle().catch(() => undefined);
      site.faults.end();
      isLinking = (await job()).state === 'running';
      dataOf(await onProject('member', 'undoBulk', { job: id }));
      await fifteenMinutes(site);
      const { state, issues } = await job();
      const { waiting = 0, undone = 0, same = 0, kept = 0 } = issues;
      expect([at, when, tagged(), state, waiting + undone + same + kept]).toEqual([at, when, 1, 'finished', 12]);
      await site.close();
    }
  }
  expect(at).toBeGreaterThan(8);
}, 240_000);

test('it goes on where it was ended, wherever that is, and ends alike', async () => {
  let at = 0;
  for (let ended = true; ended;) {
    at += 5;
    for (const when of ['before', 'after'] as const) {
      const { site, gather, start, job, tagged, onProject } = await bulkWorld(() => undefined, 12);
      const { job: id } = await gather();
      dataOf(await start(id));
      site.faults.atStatement(at, { when, what: 'functionEnds' });
      await site.settle().catch(() => undefined);
      ended = site.faults.statements >= at;
      site.faults.end();
      await fifteenMinutes(site);
      const where = `${when} statement ${at}`;
      expect([where, (await job()).state, (await job()).issues]).toEqual([
        where,
        'finished',
        { done: 10, same: 1, kept: 1, subtask: 1 },
      ]);
      expect(tagged()).toBe(11);
      dataOf(await onProject('member', 'undoBulk', { job: id }));
      await settle(site);
      expect([where, tagged()]).toEqual([where, 1]);
      await site.close();
    }
  }
  expect(at).toBeGreaterThan(20);
}, 240_000);

test('while Jira says later it waits, and has not failed; a lost push is made up for', async () => {
  const { site, gather, start, job, tagged } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id));
  site.faults.answer = ({ url }) =>
    url.includes('/app/field/value') ? new Response('', { status: 429, headers: { 'Retry-After': '120' } }) : null;
  await site.settle();
  expect(tagged()).toBe(1);
  expect((await job()).state).toBe('running');
  site.faults.end();
  site.clock.advance(5 * 60_000);
  await site.schedule('fiveMinute');
  await settle(site);
  expect([tagged(), (await job()).state]).toEqual([249, 'finished']);
  await site.close();
});

test('an issue that Jira refuses stops no other', async () => {
  const { site, gather, start, job, tagged } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id));
  const refused = site.jira.issue('WEB-77').id;
  site.faults.answer = ({ url }, body) =>
    url.includes('/app/field/value') && body.includes(refused) ? new Response('{}', { status: 400 }) : null;
  await settle(site);
  expect((await job()).issues).toEqual({ done: 247, failed: 1, same: 1, kept: 1, subtask: 1 });
  expect(tagged()).toBe(248);
  await site.close();
});
