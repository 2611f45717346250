import type { SyncProgress } from '../../../src/contract';

/** How far a sync is: all that it reads, and the share 0…1 that is read. Jira only estimates the number of issues, so more may be read. */
export function syncShare({ done, total }: SyncProgress): { total: number; share: number } {
  const all = Math.max(total, done);
  return { total: all, share: all === 0 ? 0 : done / all };
}
