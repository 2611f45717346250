import type { ObjectiveDraft, StatedObjective } from '../../contract';
import { AppError } from '../../domain/appError';
import { sizeOf, sizeProblem } from '../../domain/strategy/caps';
import { isKeyOfIssue, isSameKey } from '../../domain/strategy/objectiveKey';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import type { OutlineRow, StatedRow } from '../../store/strategy/statedStrategy';
import { addedTo } from '../rules/inJira';
import { checkOwner, checkState, refuse } from '../rules/checkState';
import { commit } from './commit';
import { oneAtATime, STRATEGY } from './oneAtATime';
import { idsFrom } from './freshIds';
import { keyProblem } from '../../domain/strategy/objectiveRules';
import { editableRows, rowToEdit, shownRow, withChanged } from './stated';
import { isAsBefore, tidyKeyResult, tidyObjective } from './states';

/**
 * An edit from a form: the objective as it should be, and the revision that the form began with; `null`: a new
 * objective.
 */
export type Edit = { key: string; revision: number | null; objective: ObjectiveDraft };

/**
 * Creates an objective or changes one, with its key results.
 * @throws AppError `invalid` with the wrong field, or `conflict` if somebody else was quicker; then nothing is stored
 */
export const saveObjective = (edit: Edit, account: string, now: number): Promise<StatedObjective> =>
  oneAtATime(STRATEGY, () => save(edit, account, now));

const save = async (edit: Edit, account: string, now: number): Promise<StatedObjective> => {
  const rows = await editableRows();
  const row = edit.revision === null ? newRow(rows, edit.key) : await rowToEdit(rows, edit.key, edit.revision);
  const after = stateOf(edit, row, now);
  checkState(after, withChanged(rows, [after.objective]));
  if (isAsBefore(row, after)) return shownRow({ revision: row?.revision ?? 0, ...after });
  checkSize(rows, after);
  await checkOwner(after.objective.owner, row?.objective.owner ?? null);
  await commit([{ row, after }], rows, account, now);
  return shownRow({ revision: (row?.revision ?? 0) + 1, ...after });
};

/** @throws AppError `invalid` if the strategy would grow beyond its caps */
const checkSize = (rows: readonly OutlineRow[], after: ObjectiveState): void => {
  const others = rows.filter(({ objective }) => objective.key !== after.objective.key);
  const problem = sizeProblem(sizeOf(rows), sizeOf([...others, after]));
  if (problem !== null) throw new AppError('invalid', `${problem}.`);
};

/** Checks the key of a new objective. */
const newRow = (rows: readonly OutlineRow[], key: string): null => {
  refuse(keyProblem(key));
  const same = rows.find(({ objective }) => isSameKey(objective.key, key));
  if (!same) return null;
  throw new AppError('conflict', `There is an objective ${same.objective.key} already.`, 'key');
};

const stateOf = ({ key, objective: draft }: Edit, row: StatedRow | null, now: number): ObjectiveState => ({
  objective:
    row !== null && isKeyOfIssue(key)
      ? addedTo(row.objective, draft)
      : tidyObjective({ ...draft, key, archived: row?.objective.archived ?? false }),
  keyResults: keyResultsOf(key, draft.keyResults.map(tidyKeyResult), row?.keyResults ?? [], now),
});

const keyResultsOf = (
  objective: string,
  drafts: ObjectiveDraft['keyResults'],
  existing: readonly KeyResult[],
  now: number,
): KeyResult[] => {
  const freshId = idsFrom(now);
  const known = new Set(existing.map(({ id }) => id));
  return drafts.map(({ id, title, unit, goal, weight }, index) => {
    // Each existing key result may be named once.
    if (id !== null && !known.delete(id)) {
      const message = `"${title}" is no key result of ${objective} any more; add it anew`;
      refuse([{ field: `keyResults.${index}.title`, message }]);
    }
    return { id: id ?? freshId(), objective, title, unit, goal, weight };
  });
};
