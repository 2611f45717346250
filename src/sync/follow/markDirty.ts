import { batches } from '../../domain/batches';
import { storeChildrenMarks, storeMarks } from '../../store/runs/dirtyIssues';
import { timedNumber } from '../../store/sql/timedNumber';

const MARKS_A_STATEMENT = 1000;

/**
 * Marks issues as changed, so that a drain reads them from Jira. Whoever changes an issue marks it first, so no crash
 * loses the change. One statement for each 1,000 ids.
 */
export const markDirty = async (ids: readonly number[], now: number): Promise<void> => {
  for (const some of batches(ids, MARKS_A_STATEMENT)) {
    await storeMarks(some.map((id) => ({ id, token: timedNumber(now) })));
  }
};

/** Marks the children of removed issues. Says whether there are any. */
export const markChildrenDirty = (gone: readonly number[], now: number): Promise<boolean> =>
  storeChildrenMarks(gone, timedNumber(now));
