import { Queue } from '@forge/events';

/** The manifest names the consumers. */
const drainQueue = new Queue({ key: 'drain' });
const firstSyncQueue = new Queue({ key: 'first-sync' });
const titleUpdatesQueue = new Queue({ key: 'title-updates' });
const taggingQueue = new Queue({ key: 'tagging' });
const migrateQueue = new Queue({ key: 'migrate' });

/**
 * Runs one event of a queue at a time: two drains at once are harmless, but do the same work twice. Forge counts by key
 * and installation, not by queue (async-events-api, "Controlling processing concurrency"). So each queue has its own
 * key, and a ten-minute first sync holds up no drain.
 */
const alone = (queue: string) => ({ key: queue, limit: 1 });

/** Events often come in a row; after this wait they share a drain. */
export const DRAIN_DELAY_SECONDS = 5;
/** Forge's limit for the delay of an event. */
export const LONGEST_DELAY_SECONDS = 900;

const delay = (seconds: number) => ({ delayInSeconds: Math.min(Math.ceil(seconds), LONGEST_DELAY_SECONDS) });

export const pushDrain = async (delaySeconds: number): Promise<void> => {
  await drainQueue.push({ body: {}, ...delay(delaySeconds), concurrency: alone('drain') });
};

export const pushFirstSync = async (delaySeconds: number): Promise<void> => {
  await firstSyncQueue.push({ body: {}, ...delay(delaySeconds), concurrency: alone('first-sync') });
};

export const pushTitleUpdates = async (): Promise<void> => {
  await titleUpdatesQueue.push({ body: {}, concurrency: alone('title-updates') });
};

export const pushTagging = async (delaySeconds: number): Promise<void> => {
  await taggingQueue.push({ body: {}, ...delay(delaySeconds), concurrency: alone('tagging') });
};

export const pushMigrate = async (delaySeconds: number): Promise<void> => {
  await migrateQueue.push({ body: {}, ...delay(delaySeconds), concurrency: alone('migrate') });
};
