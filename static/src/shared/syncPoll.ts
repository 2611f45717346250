import type { SyncState } from '../../../src/contract';

/** The interval of polling while the first sync runs, in ms. */
const SYNC_POLL_MS = 5_000;

/**
 * When a page polls again, in ms: never once the first sync is complete; while Jira's limits hold it back, not before
 * it goes on.
 */
export const syncPoll = (sync: SyncState | undefined, now = Date.now()): number | false => {
  if (sync?.state !== 'running') return false;
  return Math.max(SYNC_POLL_MS, sync.waitingUntil === null ? 0 : Date.parse(sync.waitingUntil) - now);
};
