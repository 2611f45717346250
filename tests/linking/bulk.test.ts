import type { BulkJobs } from '../../src/contract';
import { MOST_IN_JOB } from '../../src/domain/callLimits';
import { GATHERED_HOURS, TAGGING_JOB_DAYS } from '../../src/domain/retention';
import { HOUR_MS } from '../../src/domain/time/milliseconds';
import { timedNumber } from '../../src/store/sql/timedNumber';
import { addJob, jobsBefore, takeIssues } from '../../src/store/tagging/jobs';
import { entryCounts } from '../../src/store/tagging/entries';
import { forgetJobs } from '../../src/sync/tagging/forgetJobs';
import { DAY_MS, dataOf, NOW } from '../resolvers/world';
import { bulkWorld, FIELD, MEMBER, OBJ_1, OBJ_2, settle, TO } from './bulkWorld';

test('all that was gathered is linked in the background, one answer for each issue, and the figures follow', async () => {
  const { site, gather, start, job, answers, tagged, page, audit } = await bulkWorld();
  const { job: id, ...batch } = await gather();
  expect(batch).toEqual({
    editable: 250,
    tagged: { 'OBJ-1': 1, 'OBJ-2': 1 },
    forbidden: 0,
    notFound: 0,
    subtask: 1,
    objective: 0,
  });
  expect(dataOf(await start(id))).toEqual({ job: id });
  expect(await job()).toMatchObject({ id, state: 'running', issues: { waiting: 250, subtask: 1 } });
  expect(tagged()).toBe(1);
  await settle(site);
  expect(await job()).toMatchObject({
    state: 'finished',
    to: TO,
    issues: { done: 248, same: 1, kept: 1, subtask: 1 },
  });
  expect(await answers(id, 'kept')).toEqual(['WEB-1']);
  expect(await answers(id, 'same')).toEqual(['WEB-2']);
  expect(await answers(id, 'subtask')).toEqual(['WEB-251']);
  expect(tagged()).toBe(249);
  expect((await page()).planned).toMatchObject({ aligned: 250, unlinked: 0 });
  expect((await audit())[0]).toEqual({ what: 'links', issues: 248, to: 'OBJ-2', by: 'member' });
  await site.close();
});

test('nobody links what they may not edit, may not see, or what is of another project', async () => {
  const { site, gather, start, idOf, job, tagOf } = await bulkWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills' });
    jira.createIssue({ project: 'POS', type: 'Story', summary: 'B' }, null);
    jira.createIssue(
      { project: 'WEB', type: 'Story', summary: 'Secret', visibleTo: ['admin', jira.appUser.accountId] },
      null,
    );
  });
  const issueIds = [idOf('WEB-5'), idOf('POS-1'), idOf('WEB-252'), '999999'];
  expect(await gather(issueIds)).toMatchObject({ editable: 1, forbidden: 0, notFound: 3 });
  const read = await gather(issueIds, 'reader');
  expect(read).toMatchObject({ editable: 0, forbidden: 1, notFound: 3 });
  dataOf(await start(read.job, true, 'reader'));
  await settle(site);
  expect(await job('reader')).toMatchObject({ state: 'finished', issues: { forbidden: 1, notFound: 3 } });
  expect(['WEB-5', 'POS-1', 'WEB-252'].map(tagOf)).toEqual([null, null, null]);
  await site.close();
});

test('a job is its author’s alone, and is started once, within an hour', async () => {
  const { site, gather, start, onProject } = await bulkWorld();
  const { job: id } = await gather();
  for (const call of ['startBulk', 'undoBulk', 'bulkAnswers'] as const) {
    const payload = { job: id, to: TO, overwrites: true, became: 'waiting', after: null } as never;
    expect(await onProject('admin', call, payload)).toMatchObject({ ok: false, error: { code: 'notFound' } });
  }
  expect(dataOf(await onProject('admin', 'bulkJobs', { before: null })).jobs).toEqual([]);
  dataOf(await start(id));
  expect(await start(id)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await onProject('member', 'gatherBulk', { job: id, source: 'jql', issueIds: ['1'] })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
  const late = await gather();
  site.clock.advance(HOUR_MS + 1);
  expect(await start(late.job)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  await site.close();
});

test('a job takes no more issues than it may have', async () => {
  const { site, gather, onProject } = await bulkWorld();
  const { job } = await gather(['1']);
  expect(await site.runInApp(() => takeIssues(Number(job), MOST_IN_JOB - 1, MOST_IN_JOB))).toBe(true);
  expect(await onProject('member', 'gatherBulk', { job, source: 'jql', issueIds: ['2'] })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  await site.close();
});

test('the whole is undone where nobody changed it since: what had another tag has that again', async () => {
  const { site, gather, start, job, answers, tagOf, tagged, onProject, audit, page } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id, true));
  await settle(site);
  expect((await job()).issues).toEqual({ done: 249, same: 1, subtask: 1 });
  expect(tagOf('WEB-1')).toEqual(OBJ_2);
  site.jira.editIssue('WEB-9', { appValues: { [FIELD]: OBJ_1 } }, MEMBER);
  site.jira.editIssue('WEB-10', { appValues: { [FIELD]: null } }, MEMBER);
  expect(dataOf(await onProject('member', 'undoBulk', { job: id }))).toEqual({ isMore: false });
  expect((await job()).state).toBe('undoing');
  await settle(site);
  // WEB-10 is as it was before, whoever did it.
  expect((await job()).issues).toEqual({ undone: 248, changed: 1, same: 1, subtask: 1 });
  expect(await answers(id, 'changed')).toEqual(['WEB-9']);
  expect([tagOf('WEB-1'), tagOf('WEB-2'), tagOf('WEB-9'), tagOf('WEB-20')]).toEqual([OBJ_1, OBJ_2, OBJ_1, null]);
  expect(tagged()).toBe(1);
  expect((await page()).planned).toMatchObject({ aligned: 3, unlinked: 247 });
  expect((await audit())[0]).toEqual({ what: 'unlinks', issues: 248, from: 'OBJ-2', by: 'member' });
  await site.close();
});

test('what somebody may not edit any more is not undone for them', async () => {
  const { site, gather, start, job, onProject, tagged } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id));
  await settle(site);
  site.jira.setPermissions('WEB', 'member', 'viewer');
  dataOf(await onProject('member', 'undoBulk', { job: id }));
  await settle(site);
  expect(await job()).toMatchObject({ state: 'finished', issues: { undoForbidden: 248 } });
  expect(tagged()).toBe(249);
  await site.close();
});

test('however many jobs nobody started, all are deleted', async () => {
  const { site } = await bulkWorld();
  const gathering = { project: 1, source: 'jql', state: 'gathering', target: null } as const;
  const left = await site.runInApp(async () => {
    for (let made = 0; made < 101; made += 1) await addJob(gathering, 'member', NOW + made);
    const later = NOW + 2 * GATHERED_HOURS * HOUR_MS;
    await forgetJobs(() => later, Infinity);
    return jobsBefore(timedNumber(later), 'gathering', 200);
  });
  expect(left).toEqual([]);
  await site.close();
});

test('jobs are deleted when they can no longer be undone, and a day after nobody started them', async () => {
  const { site, gather, start, onProject } = await bulkWorld();
  const { job: id } = await gather();
  dataOf(await start(id));
  await settle(site);
  const { job: idle } = await gather();
  const kept = () => site.runInApp(async () => [...(await entryCounts([Number(id), Number(idle)])).values()]);
  const forget = (at: number) => site.runInApp(() => forgetJobs(() => at, Infinity));
  await forget(NOW + HOUR_MS);
  expect((await kept()).every((counts) => Object.keys(counts).length > 0)).toBe(true);
  await forget(NOW + GATHERED_HOURS * HOUR_MS + HOUR_MS);
  expect(await kept()).toEqual([expect.objectContaining({ done: 248 }), {}]);
  await forget(NOW + TAGGING_JOB_DAYS * DAY_MS + HOUR_MS);
  expect(await kept()).toEqual([{}, {}]);
  expect(dataOf(await onProject('member', 'bulkJobs', { before: null })).jobs).toEqual([]);
  await site.close();
});

test('earlier jobs are told ten at a time, and undone as the newest is', async () => {
  const { site, gather, start, onProject, idOf, tagged } = await bulkWorld(() => undefined, 20);
  const made: string[] = [];
  for (let number = 3; number <= 18; number += 1) {
    const { job } = await gather([idOf(`WEB-${number}`)]);
    dataOf(await start(job));
    made.unshift(job);
    await settle(site);
  }
  const told: string[][] = [];
  for (let before: string | null = null, isFirst = true; isFirst || before !== null; isFirst = false) {
    const page: BulkJobs = dataOf(await onProject('member', 'bulkJobs', { before }));
    told.push(page.jobs.map(({ id }) => id));
    before = page.next;
  }
  expect(told).toEqual([made.slice(0, 3), made.slice(3, 13), made.slice(13)]);
  expect(tagged()).toBe(17);
  dataOf(await onProject('member', 'undoBulk', { job: made.at(-1) ?? '' }));
  await settle(site);
  expect(tagged()).toBe(16);
  await site.close();
});
