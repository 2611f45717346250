import type { SyncProgress } from '../../../src/contract';

/** How far a sync is: all its issues, and the share 0…1 that is read. Jira only estimates the total, so more may be read. */
export function syncShare({ done, total }: SyncProgress): { total: number; share: number } {
  const all = Math.max(total, done);
  return { total: all, share: all === 0 ? 0 : done / all };
}
