import { Queue } from '@forge/events';

/** Consumers in the manifest. */
const drainQueue = new Queue({ key: 'drain' });
const firstSyncQueue = new Queue({ key: 'first-sync' });
const retitleQueue = new Queue({ key: 'retitle' });
const migrateQueue = new Queue({ key: 'migrate' });

/**
 * One at a time: two drains at once are harmless, but do the same work twice. Forge counts what runs by key and installation, whatever
 * the queue (async-events-api, "Controlling processing concurrency"), so each queue has a key of its own: a first sync of ten minutes
 * holds up no drain.
 */
const alone = (queue: string) => ({ key: queue, limit: 1 });

/** Events of one change often come in a row; waiting this long lets them share a drain. */
export const DRAIN_DELAY_SECONDS = 5;
/** The platform delays no event for longer. */
export const LONGEST_DELAY_SECONDS = 900;

const delay = (seconds: number) => ({ delayInSeconds: Math.min(Math.ceil(seconds), LONGEST_DELAY_SECONDS) });

export const pushDrain = async (delaySeconds: number): Promise<void> => {
  await drainQueue.push({ body: {}, ...delay(delaySeconds), concurrency: alone('drain') });
};

export const pushFirstSync = async (delaySeconds: number): Promise<void> => {
  await firstSyncQueue.push({ body: {}, ...delay(delaySeconds), concurrency: alone('first-sync') });
};

export const pushRetitle = async (): Promise<void> => {
  await retitleQueue.push({ body: {}, concurrency: alone('retitle') });
};

export const pushMigrate = async (delaySeconds: number): Promise<void> => {
  await migrateQueue.push({ body: {}, ...delay(delaySeconds), concurrency: alone('migrate') });
};
