import { waitingMarks } from '../../../src/store/runs/dirtyIssues';
import { latestFailures } from '../../../src/store/runs/failures';
import { latestRun } from '../../../src/store/runs/syncRuns';
import { beginSyncAgain } from '../../../src/sync/firstSync/firstSync';
import { makeWorld } from '../../resolvers/world';
import type { Site } from '../../site/site';

const MEMBER = { kind: 'user', accountId: 'member' } as const;
const MINUTE_MS = 60_000;
const HOURS = 6;
/** A failing job pauses for four minutes. */
const ATTEMPTS_AN_HOUR = 15;

jest.setTimeout(120_000);
beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'error').mockReturnValue();
});

const story = ({ jira }: Site): void => void jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);

/** Lets running work go on as far as it can. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('a first sync of many minutes does not stop the drain', async () => {
  let [isSlow, goOn] = [false, (): void => undefined];
  const { site, page } = await makeWorld(story, (engine) => ({
    ...engine,
    execute: async (query, params) => {
      if (isSlow && /^update `sync_project`/i.test(query)) await new Promise<void>((resolve) => (goOn = resolve));
      return engine.execute(query, params);
    },
  }));
  isSlow = true;
  site.clock.advance(MINUTE_MS);
  await site.runInApp(() => beginSyncAgain(site.clock.now()));
  site.startDue();
  await turns();
  site.jira.editIssue('WEB-1', { status: 'In Progress' }, MEMBER);
  for (let seconds = 0; seconds < 120; seconds += 10) {
    site.startDue();
    await turns();
    site.clock.advance(10_000);
  }
  expect((await site.runInApp(latestRun))?.finished).toBeNull();
  expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
  expect((await page()).effort.units).toBe(1);
  isSlow = false;
  goOn();
  await turns();
  expect((await site.runInApp(latestRun))?.finished).not.toBeNull();
  await site.close();
});

const JOBS = [
  { job: 'drain', path: '/issue/bulkfetch', fails: 'with an answer that is none' },
  { job: 'drain', path: '/issue/bulkfetch', fails: 'as its time runs out' },
  { job: 'firstSync', path: '/search/jql', fails: 'with an answer that is none' },
  { job: 'firstSync', path: '/search/jql', fails: 'as its time runs out' },
] as const;

test.each(JOBS)('$job that fails for good, $fails, costs at most 15 attempts in any hour', async (failing) => {
  const { site } = await makeWorld(story);
  const { clock } = site;
  const attempts: number[] = [];
  clock.advance(MINUTE_MS);
  site.faults.answer = ({ url }) => {
    if (!url.includes(failing.path)) return null;
    attempts.push(clock.now());
    return failing.fails === 'as its time runs out' ? 'timeOut' : new Response('{}');
  };
  const began = clock.now();
  if (failing.job === 'firstSync') await site.runInApp(() => beginSyncAgain(began));
  let due = began;
  for (let minute = 0; clock.now() < began + HOURS * 60 * MINUTE_MS; minute += 1) {
    // Somebody changes something every minute.
    if (failing.job === 'drain')
      site.jira.editIssue('WEB-1', { status: minute % 2 === 0 ? 'In Progress' : 'To Do' }, MEMBER);
    await site.settle().catch(() => undefined);
    if (clock.now() >= due) {
      due = clock.now() + 5 * MINUTE_MS;
      await site.schedule('fiveMinute').catch(() => undefined);
    }
    clock.advance(MINUTE_MS);
  }
  const inAnHour = attempts.map((at) => attempts.filter((other) => other >= at && other < at + 60 * MINUTE_MS).length);
  expect(Math.max(...inAnHour)).toBeLessThanOrEqual(ATTEMPTS_AN_HOUR);
  expect(attempts.length).toBeGreaterThanOrEqual(HOURS);
  if (failing.fails === 'with an answer that is none') {
    const noted = await site.runInApp(() => latestFailures(10, clock.now()));
    expect(noted).toMatchObject([{ what: failing.job, code: 'jiraMalformed' }]);
  }
  // And when it works again it is made up for.
  site.faults.end();
  for (let minutes = 0; minutes < 30; minutes += 5) {
    await site.schedule('fiveMinute');
    clock.advance(5 * MINUTE_MS);
    await site.settle();
  }
  expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
  expect((await site.runInApp(latestRun))?.finished).not.toBeNull();
  await site.close();
});
