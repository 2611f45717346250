import type { SyncState } from '../../contract';
import { AppError } from '../../domain/appError';
import { addAuditLine } from '../../store/runs/auditLines';
import { latestRun } from '../../store/runs/syncRuns';
import { syncState } from '../../site/syncState';
import { beginSyncAgain } from './firstSync';
import { noteSpending } from '../../site/rateBudget';

/**
 * Has the whole site read again, because an admin asks for it.
 * @throws AppError `conflict` while it is being read: beginning anew would waste the rate points spent so far
 */
export const syncAgain = async (account: string, now: number): Promise<SyncState> => {
  const run = await latestRun();
  if (run === null || run.finished === null) {
    throw new AppError('conflict', 'The site is being read already. You can start another sync once it is done.');
  }
  await beginSyncAgain(now);
  await addAuditLine({ what: 'sync' }, account, now);
  await noteSpending(now);
  return syncState(now);
};
