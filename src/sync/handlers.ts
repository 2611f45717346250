import { z } from 'zod';
import { discoverSite, siteReading } from './siteReading';
import { applyPendingEvents } from '../store/applyEvents';
import { dirtyIssues } from '../store/dirtyIssues';
import { migrate } from '../store/migrations';
import { forgetEmptyRows } from '../store/refreshRollups';
import { isRetitling } from '../store/retitles';
import { drainAll } from './drain';
import { beginFirstSync, continueFirstSync, syncState } from './firstSync';
import { mark } from './mark';
import { pushFirstSync, pushRetitle } from './queues';
import { markRecentlyUpdated } from './reconcile';
import { markDifferences } from './sweep';
import { refreshOutdated } from './refresh';
import { drainBegins, requestDrain } from './requestDrain';
import { bringTitles } from './retitle';
import { takeMissingSnapshots, takeSnapshots } from './snapshots';

/** What a job may take, well below the time-out that the manifest gives its function. */
const DRAIN_MS = 200_000;
const FIRST_SYNC_MS = 600_000;
const RETITLE_MS = 200_000;

/** What a scheduled trigger must answer, or the platform notes a failure. */
const DONE = { statusCode: 200 };

const issueEvent = z.object({ issue: z.object({ id: z.string().regex(/^\d+$/) }) });

/** An issue was created, changed or deleted. Only notes that: the event may be late, doubled, or overtaken by another. */
export const onIssueEvent = async (event: unknown): Promise<void> => {
  const now = Date.now();
  await mark([Number(issueEvent.parse(event).issue.id)], now);
  await requestDrain(now);
};

/** The app was installed or got a new version. */
export const onLifecycle = async (): Promise<void> => {
  await migrate();
  if ((await syncState()).state === 'never') await beginFirstSync(Date.now());
  await pushFirstSync();
};

export const drain = async (): Promise<void> => {
  await drainBegins();
  const finished = await drainAll(Date.now, Date.now() + DRAIN_MS);
  if (!finished) await requestDrain(Date.now());
};

export const firstSync = async (): Promise<void> => {
  const finished = await continueFirstSync(Date.now, Date.now() + FIRST_SYNC_MS);
  if (!finished) await pushFirstSync();
};

/** Objectives were renamed. Which issues carry them is known once all are read. */
export const retitle = async (): Promise<void> => {
  if ((await syncState()).state !== 'complete') return;
  const finished = await bringTitles(Date.now, Date.now() + RETITLE_MS);
  if (!finished) await pushRetitle();
};

/** The safety net: what events or pushes were lost, what a crash left behind, and the turn of the day. */
export const everyFiveMinutes = async (): Promise<{ statusCode: number }> => {
  await migrate();
  const now = Date.now();
  const { state } = await syncState();
  if (state === 'never') await beginFirstSync(now);
  if (state !== 'complete') await pushFirstSync();
  if ((await dirtyIssues(1)).length > 0) await requestDrain(now);
  await applyPendingEvents();
  if (state === 'complete') {
    if (await isRetitling()) await pushRetitle();
    const { timeZone } = await siteReading();
    await refreshOutdated(now, timeZone);
    await takeMissingSnapshots(now, timeZone);
  }
  return DONE;
};

/** Finds what changed without an event that reached the app. */
export const everyHour = async (): Promise<{ statusCode: number }> => {
  const now = Date.now();
  if ((await syncState()).state !== 'complete') return DONE;
  await discoverSite();
  if ((await markRecentlyUpdated(now)) > 0) await requestDrain(now);
  return DONE;
};

/** Finds what came or went unseen, deletions above all, and records the day. */
export const everyDay = async (): Promise<{ statusCode: number }> => {
  const now = Date.now();
  if ((await syncState()).state !== 'complete') return DONE;
  if ((await markDifferences(now)) > 0) await requestDrain(now);
  await refreshOutdated(now, (await siteReading()).timeZone);
  await takeSnapshots(now);
  await forgetEmptyRows();
  return DONE;
};
