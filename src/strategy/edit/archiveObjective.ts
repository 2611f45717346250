import type { Strategy } from '../../contract';
import { AppError } from '../../domain/appError';
import { addAuditLine } from '../../store/runs/auditLines';
import { placeProblems } from '../rules/cascadeRules';
import { WHERE } from '../rules/checkState';
import { commit } from './commit';
import { refuseInJira } from '../rules/inJira';
import { oneAtATime, STRATEGY } from './oneAtATime';
import { sentenceOf } from '../../domain/strategy/objectiveRules';
import { editableRows, rowToEdit, strategy, withChanged } from './stated';

export type Archiving = { key: string; revision: number; archived: boolean };

/**
 * Archives an objective, which hides it in lists, or brings it back. Only one that is not active and has nothing active
 * below it can be archived.
 */
export const archiveObjective = async (archiving: Archiving, account: string, now: number): Promise<Strategy> => {
  await oneAtATime(STRATEGY, () => archive(archiving, account, now));
  return strategy();
};

const archive = async ({ key, revision, archived }: Archiving, account: string, now: number): Promise<void> => {
  refuseInJira(key);
  const rows = await editableRows();
  const row = await rowToEdit(rows, key, revision);
  if (row.objective.archived === archived) return;
  const after = { objective: { ...row.objective, archived }, keyResults: row.keyResults };
  if (archived && row.objective.status === 'active') {
    throw new AppError('invalid', `${key} is active. Set it to achieved or dropped before you archive it.`, 'archived');
  }
  const [problem] = placeProblems(after.objective, withChanged(rows, [after.objective]), WHERE);
  if (problem) throw new AppError('invalid', sentenceOf(problem), problem.field);
  await commit([{ row, after }], rows, account, now);
  await addAuditLine({ what: archived ? 'archive' : 'restore', objective: key }, account, now);
};
