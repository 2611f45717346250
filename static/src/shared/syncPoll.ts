import type { SyncState } from '../../../src/contract';

/** Polling interval while the first sync runs. */
const SYNC_POLL_MS = 5_000;

/**
 * Milliseconds until a page polls again; `false`: the first sync is not running. While Jira's limits hold it back, not
 * before it goes on.
 */
export const syncPoll = (sync: SyncState | undefined, now = Date.now()): number | false => {
  if (sync?.state !== 'running') return false;
  return Math.max(SYNC_POLL_MS, sync.waitingUntil === null ? 0 : Date.parse(sync.waitingUntil) - now);
};
