import { searchAnother } from '../compare/failedSearches';
import { markDirty } from '../follow/markDirty';
import { isolateFailures } from '../jobs/isolateFailures';

/** Reads issues together. Those over which Jira fails, as it does where one named is gone, are marked for the drain. */
export const readOrMark = async (
  ids: readonly number[],
  read: (some: readonly number[]) => Promise<void>,
  clock: () => number,
): Promise<void> => {
  const { refused, left } = await isolateFailures(ids, read, () => searchAnother([]));
  await markDirty([...refused.map(({ one }) => one), ...left], clock());
};
