import { type Mark, marksOf, setAsideAmong } from '../../store/runs/dirtyIssues';
import { itemsNextTo } from '../../store/work/findWorkItems';
import { atRandom } from '../jobs/isolateFailures';
import { markDirty } from './markDirty';

/** It is one of so many issues on either side: more than one batch of a drain holds, and few enough to be marked for nothing. */
const AMONG = 150;

/**
 * Marks a stored issue that is none of these and not set aside, so that it can be drained: if it cannot be read or
 * written either, the fault is a common one. Five statements at most.
 * @returns `null`: there is none
 */
export const markAnother = async (these: readonly number[], now: number): Promise<Mark | null> => {
  const near = await itemsNextTo(these[0] ?? 0, AMONG);
  const aside = await setAsideAmong(near);
  const id = atRandom(near.filter((one) => !these.includes(one) && !aside.has(one)));
  if (id === undefined) return null;
  await markDirty([id], now);
  return (await marksOf([id]))[0] ?? null;
};
