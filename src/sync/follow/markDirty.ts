import { batches } from '../../store/sql/batches';
import { upsertChildrenMarks, upsertDirtyMarks } from '../../store/runs/dirtyIssues';
import { newToken } from '../../store/runs/markToken';

const MARKS_A_STATEMENT = 1000;

/**
 * Marks issues as changed, however many. Whoever changes an issue marks it first: then no crash can lose the change. A statement
 * for each thousand.
 */
export const markDirty = async (ids: readonly number[], now: number): Promise<void> => {
  for (const some of batches(ids, MARKS_A_STATEMENT)) {
    await upsertDirtyMarks(some.map((id) => ({ id, token: newToken(now) })));
  }
};

/** Marks the children of issues that are gone. Says whether there are any. */
export const markChildrenDirty = (gone: readonly number[], now: number): Promise<boolean> =>
  upsertChildrenMarks(gone, newToken(now));
