import { noteLimit } from '../../../src/jira/spending';
import { addToRateHour } from '../../../src/store/runs/rateHours';
import { writeSetting } from '../../../src/store/runs/settingStore';
import { beginSyncAgain } from '../../../src/sync/firstSync/firstSync';
import * as jobs from '../../../src/sync/jobs';
import { markDirty } from '../../../src/sync/follow/markDirty';
import { hourOf } from '../../../src/domain/time/milliseconds';
import { readingAndChange } from '../../../src/site/siteReading';
import { objective } from '../../domain/build';
import { importStrategy } from '../../strategy/importStrategy';
import { SiteClock } from '../../site/clock';
import { RUN_ID } from '../../../src/store/sql/storedNumbers';
import { addEntries } from '../../../src/store/tagging/entries';
import { addJob, startJob } from '../../../src/store/tagging/jobs';
import { createSite, type Site } from '../../site/site';
import { migrated } from '../../site/platform/sql/migrated';

jest.setTimeout(120_000);
beforeEach(() => jest.spyOn(console, 'warn').mockReturnValue());

const START = Date.UTC(2026, 4, 18, 12, 10);
const MINUTE_MS = 60_000;
const QUOTA = { points: 65_000, own: false };
/** A tenth of it. */
const SHARE = 6500;
const VALUE = { key: 'OBJ-1', name: 'Win' };

/** A site that shares its quota with all others that have the app. */
const withProject = async (): Promise<Site> => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  site.jira.rates.quota = QUOTA;
  site.jira.addProject({ key: 'WEB', name: 'Web' });
  return site;
};

const installed = async (): Promise<Site> => {
  const site = await withProject();
  for (let made = 0; made < 3; made += 1) {
    site.jira.createIssue(
      { project: 'WEB', type: 'Story', summary: 'S', storyPoints: 1, appValues: { 'strategic-objective': VALUE } },
      null,
    );
  }
  site.install();
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
  return site;
};

type Job = keyof typeof jobs;

/** For each job a site on which it has something to ask Jira; `null`: it never asks. */
const SITES: Record<Job, (() => Promise<Site>) | null> = {
  onIssueEvent: null,
  onLinkEvent: null,
  onProjectEvent: null,
  onLifecycle: withProject,
  jqlFunction: null,
  migrate: withProject,
  drain: async () => {
    const site = await installed();
    await site.runInApp(() => markDirty([Number(site.jira.issue('WEB-1').id)], START));
    return site;
  },
  firstSync: async () => {
    const site = await installed();
    await site.runInApp(() => beginSyncAgain(site.clock.now()));
    return site;
  },
  titleUpdates: async () => {
    const site = await installed();
    await site.runInApp(() => importStrategy([objective('OBJ-1', { title: 'Win more' })]));
    return site;
  },
  tagging: async () => {
    const site = await installed();
    await site.runInApp(async () => {
      const project = Number(site.jira.project('WEB').id);
      const job = await addJob({ project, source: 'jql', state: 'gathering', target: null }, 'ann', START);
      await addEntries(job, [{ issue: Number(site.jira.issue('WEB-1').id), state: 'waiting' }]);
      await startJob(job, RUN_ID, true);
    });
    return site;
  },
  everyFiveMinutes: async () => {
    const site = await installed();
    // Another estimate field than before: issues with it are to be read.
    const { reading } = await site.runInApp(readingAndChange);
    const change = { at: START, what: reading.fields.estimates, scope: true };
    await site.runInApp(() => writeSetting('discovered', { fields: reading.fields, timeZone: 'UTC', change }));
    site.clock.advance(20 * MINUTE_MS);
    return site;
  },
  everyHour: installed,
  everyDay: installed,
};

/** Jira calls of a job. */
const callsOf = async (site: Site, job: Job): Promise<number> => {
  site.statements.reset();
  await site.runInApp(() => (jobs[job] as (event?: unknown) => Promise<unknown>)({ issue: { id: '1' } }));
  return site.statements.jira;
};

const asking = (Object.keys(SITES) as Job[]).flatMap((job) => {
  const site = SITES[job];
  return site === null ? [] : [[job, site] as const];
});

test('every job is in the table', () => {
  expect(Object.keys(SITES).sort()).toEqual(Object.keys(jobs).sort());
});

test.each(asking)('%s asks Jira nothing once Jira has said that it will not hear the app', async (job, makeSite) => {
  const held = await makeSite();
  await held.runInApp(() =>
    Promise.resolve(noteLimit(held.clock.now() + 30 * MINUTE_MS, 'jira-quota-global-based', 'GET /any')),
  );
  expect(await callsOf(held, job)).toBe(0);
  await held.close();
  const free = await makeSite();
  expect(await callsOf(free, job)).toBeGreaterThan(0);
  await free.close();
});

/** Drains follow today's changes, and tags are what somebody asked for: they are counted, but go on. */
const upkeep = asking.filter(([job]) => job !== 'drain' && job !== 'tagging');

test.each(upkeep)('%s asks Jira nothing once the site’s share of the hour is spent', async (job, makeSite) => {
  const site = await makeSite();
  // Spent by functions in other processes, so only the database knows.
  const spent = { calls: 1, points: SHARE, quota: QUOTA, limitedUntil: 0, reason: null };
  await site.runInApp(() => addToRateHour({ hour: hourOf(site.clock.now()), ...spent }));
  site.clock.advance(2 * MINUTE_MS);
  expect(await callsOf(site, job)).toBe(0);
  await site.close();
});
