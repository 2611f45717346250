import { z } from 'zod';
import { discoverSite, siteReading } from './siteReading';
import { dirtyIssues } from '../store/dirtyIssues';
import { migrate } from '../store/migrations';
import { drainAll } from './drain';
import { beginFirstSync, continueFirstSync, syncState } from './firstSync';
import { mark } from './mark';
import { pushFirstSync } from './queues';
import { markRecentlyUpdated } from './reconcile';
import { markDifferences } from './sweep';
import { refreshOutdated } from './refresh';
import { drainBegins, requestDrain } from './requestDrain';

/** What a job may take, well below the time-out that the manifest gives its function. */
const DRAIN_MS = 200_000;
const FIRST_SYNC_MS = 600_000;

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

/** The safety net: what events or pushes were lost, what a crash left behind, and the turn of the day. */
export const everyFiveMinutes = async (): Promise<{ statusCode: number }> => {
  await migrate();
  const now = Date.now();
  const { state } = await syncState();
  if (state === 'never') await beginFirstSync(now);
  if (state !== 'complete') await pushFirstSync();
  if ((await dirtyIssues(1)).length > 0) await requestDrain(now);
  if (state === 'complete') await refreshOutdated(now, (await siteReading()).timeZone);
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

/** Finds what came or went unseen, deletions above all. */
export const everyDay = async (): Promise<{ statusCode: number }> => {
  const now = Date.now();
  if ((await syncState()).state !== 'complete') return DONE;
  if ((await markDifferences(now)) > 0) await requestDrain(now);
  return DONE;
};
