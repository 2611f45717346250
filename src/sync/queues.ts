import { Queue } from '@forge/events';

/** Consumers in the manifest. */
const drainQueue = new Queue({ key: 'drain' });
const firstSyncQueue = new Queue({ key: 'first-sync' });
const retitleQueue = new Queue({ key: 'retitle' });

/** One at a time: two drains at once are harmless, but do the same work twice. */
const ALONE = { key: 'alone', limit: 1 };

/** Events of one change often come in a row; waiting this long lets them share a drain. */
export const DRAIN_DELAY_SECONDS = 5;

export const pushDrain = async (): Promise<void> => {
  await drainQueue.push({ body: {}, delayInSeconds: DRAIN_DELAY_SECONDS, concurrency: ALONE });
};

export const pushFirstSync = async (): Promise<void> => {
  await firstSyncQueue.push({ body: {}, concurrency: ALONE });
};

export const pushRetitle = async (): Promise<void> => {
  await retitleQueue.push({ body: {}, concurrency: ALONE });
};
