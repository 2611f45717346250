import type { Strategy } from '../../contract';
import { AppError } from '../../domain/appError';
import { deleteStated, wasEverActive } from '../../store/strategy/deleteStated';
import { addAuditLine } from '../../store/runs/auditLines';
import { refuseInJira } from '../rules/inJira';
import { oneAtATime, STRATEGY } from './oneAtATime';
import { changedMeanwhile, editableRows, rowToEdit, strategy } from './stated';

export type Deletion = { key: string; revision: number };

/**
 * Deletes a draft that never was active, with its key results, check-ins and history: it was made by mistake. Nothing
 * may be below it.
 * @throws AppError `invalid` with what to do instead, `notFound`, or `conflict` if somebody else changed it
 */
export const deleteObjective = async (deletion: Deletion, account: string, now: number): Promise<Strategy> => {
  await oneAtATime(STRATEGY, () => remove(deletion, account, now));
  return strategy();
};

const remove = async ({ key, revision }: Deletion, account: string, now: number): Promise<void> => {
  refuseInJira(key);
  const rows = await editableRows();
  const { id, objective } = await rowToEdit(rows, key, revision);
  const below = rows.filter((row) => row.objective.parent === key).map((row) => row.objective.key);
  if (below.length > 0) {
    const named = below.slice(0, MOST_NAMED).join(', ') + (below.length > MOST_NAMED ? ', …' : '');
    throw new AppError(
      'invalid',
      `${named} ${below.length === 1 ? 'is' : 'are'} below ${key}. Move or delete that first.`,
    );
  }
  if (objective.status !== 'draft' || (await wasEverActive(id))) {
    throw new AppError('invalid', `${key} is or was more than a draft, so it is part of the past. Archive it instead.`);
  }
  if (!(await deleteStated(id, revision))) throw changedMeanwhile([key]);
  await addAuditLine({ what: 'delete', objective: key }, account, now);
};

/** Keys that a message names. */
const MOST_NAMED = 5;
