import { join } from 'node:path';
import { Queue } from '@forge/events';
import { SiteClock } from './clock';
import { push, seen } from './platform/fixture/src';
import { Agenda } from './platform/forge/agenda';
import { type Site, createSite } from './site';

const START = Date.UTC(2026, 2, 1, 9);
const ADA = { accountId: 'ada', moduleKey: 'panel', extension: { issue: { key: 'ONE-1' } } };

let site: Site;

beforeEach(async () => {
  seen.length = 0;
  site = await createSite({
    folder: join(__dirname, 'platform', 'fixture'),
    clock: new SiteClock(START),
    openapi: false,
  });
  site.jira.addUser({ accountId: 'ada', displayName: 'Ada' });
  site.jira.addProject({ key: 'ONE', name: 'One' });
});

afterEach(() => site.close());

describe('a resolver', () => {
  it('asks Jira as the viewer or as the app, and sees the context that the page sees', async () => {
    const answer = await site.invoke('who', {}, ADA);
    expect(answer).toMatchObject({
      user: 'ada',
      app: site.jira.appUser.accountId,
      context: {
        accountId: 'ada',
        moduleKey: 'panel',
        extension: { type: 'jira:issuePanel', issue: { key: 'ONE-1' } },
      },
    });
  });

  it('rejects as it throws', async () => {
    await expect(site.invoke('fail', {}, ADA)).rejects.toThrow('It broke.');
  });

  it('takes at most 500 KB and answers at most 5 MB', async () => {
    await expect(site.invoke('echo', { text: 'x'.repeat(600_000) }, ADA)).rejects.toThrow('500 KB');
    await expect(site.invoke('big', {}, ADA)).rejects.toThrow('5 MB');
  });

  it('is counted: statements and calls of Jira', async () => {
    await site.invoke('one', {}, ADA);
    await site.invoke('who', {}, ADA);
    expect(site.statements).toMatchObject({ sql: 1, rows: 1, jira: 2 });
    site.statements.reset();
    expect(site.statements).toMatchObject({ sql: 0, jira: 0 });
  });
});

describe('events', () => {
  const create = (by?: { kind: 'user'; accountId: string }) =>
    site.jira.createIssue({ project: 'ONE', type: 'Task', summary: 'x' }, by);

  it('reach the app when their delay is over, in the site’s time', async () => {
    site.eventDelayMs = 180_000;
    create({ kind: 'user', accountId: 'ada' });
    await site.settle();
    expect(seen).toEqual([]);
    site.clock.advance(180_000);
    await site.settle();
    expect(seen).toEqual([
      { what: 'event', at: START + 180_000, payload: expect.objectContaining({ atlassianId: 'ada' }) as unknown },
    ]);
  });

  it('of the app’s own making are left out where the manifest says so', async () => {
    create();
    await site.settle();
    expect(seen).toEqual([]);
  });

  it('tell the app that it was installed', async () => {
    site.install();
    await site.settle();
    expect(seen).toMatchObject([{ payload: { eventType: 'avi:forge:installed:app' } }]);
  });
});

describe('queues', () => {
  it('hand a job to the consumer when it is due', async () => {
    await site.runInApp(() => push({ n: 1 }, 60));
    await site.settle();
    expect(seen).toEqual([]);
    site.clock.advance(60_000);
    await site.settle();
    expect(seen).toMatchObject([{ what: 'job', payload: { queueName: 'work', body: { n: 1 } } }]);
  });

  it('run a job again when it asks for it, and tell it how often and why', async () => {
    await site.runInApp(() => push({ retry: 1 }));
    await site.settle();
    site.clock.advance(30_000);
    await site.settle();
    site.clock.advance(30_000);
    await site.settle();
    expect(seen.map(({ at }) => at - START)).toEqual([0, 30_000]);
    expect(seen[1]).toMatchObject({
      payload: { retryContext: { retryCount: 1, retryData: 7, retryReason: 'FUNCTION_RETRY_REQUEST' } },
    });
  });

  it('run a job again that throws, a minute later and then ever later, for 24 hours; then it has failed', async () => {
    const { jobId } = await site.runInApp(() => push({ fail: true }));
    const stats = () => site.runInApp(() => new Queue({ key: 'work' }).getJob(jobId).getStats());
    await expect(site.settle()).rejects.toThrow('queue work failed: The job broke.');
    expect(await stats()).toEqual({ success: 0, inProgress: 1, failed: 0 });
    for (let minutes = 0; minutes < 25 * 60; minutes += 1) {
      site.clock.advance(60_000);
      await site.settle().catch(() => undefined);
    }
    const minutes = seen.map(({ at }) => (at - START) / 60_000);
    expect(minutes.slice(0, 7)).toEqual([0, 1, 3, 7, 15, 30, 45]);
    expect(minutes.at(-1)).toBe(24 * 60 - 15);
    expect(seen[2]).toMatchObject({ payload: { retryContext: { retryCount: 2 } } });
    expect(await stats()).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });

  it('run at most so many jobs of a concurrency key at once, whatever their queue, and try those that are held up later', async () => {
    const agenda = new Agenda();
    const ran: string[] = [];
    let end = (): void => undefined;
    const task = (name: string, key: string, run = () => Promise.resolve()) => ({
      dueAt: 0,
      concurrency: { key, limit: 1 },
      run: () => {
        ran.push(name);
        return run();
      },
    });
    agenda.add(task('a long one', 'shared', () => new Promise((resolve) => (end = resolve))));
    agenda.add(task('of another queue', 'shared'));
    agenda.add(task('of a key of its own', 'own'));
    const startDue = (now: number): void => {
      for (let due = agenda.take(now); due; due = agenda.take(now)) void agenda.perform(due);
    };
    startDue(0);
    expect(ran).toEqual(['a long one', 'of a key of its own']);
    end();
    await Promise.resolve();
    startDue(4_999);
    expect(ran).toHaveLength(2);
    startDue(5_000);
    expect(ran.at(-1)).toBe('of another queue');
  });

  it('refuse more than 500 events a minute, and queues without a consumer', async () => {
    const many = Array.from({ length: 50 }, () => ({ body: {} }));
    const pushMany = () => new Queue({ key: 'work' }).push(many);
    for (let pushed = 0; pushed < 500; pushed += 50) await site.runInApp(pushMany);
    await expect(site.runInApp(pushMany)).rejects.toThrow('Too many requests');
    site.clock.advance(60_000);
    await site.runInApp(pushMany);
    await expect(site.runInApp(() => new Queue({ key: 'nobody' }).push({ body: {} }))).rejects.toThrow('No consumer');
  });
});

it('runs schedules, which must answer with a status code', async () => {
  await site.schedule('hour');
  await expect(site.schedule('day')).rejects.toThrow('424');
});
