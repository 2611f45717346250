import type { SyncState } from '../../../src/contract';

/** How often a page asks again while the first sync runs, in ms. */
const SYNC_POLL_MS = 5_000;

/**
 * In how many ms a page asks again because the first sync runs: never once it is complete, and while Jira's limits hold it back not
 * before it goes on.
 */
export const syncPoll = (sync: SyncState | undefined, now = Date.now()): number | false => {
  if (sync?.state !== 'running') return false;
  return Math.max(SYNC_POLL_MS, sync.waitingUntil === null ? 0 : Date.parse(sync.waitingUntil) - now);
};
