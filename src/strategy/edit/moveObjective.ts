import type { Strategy } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { isKeyOfIssue } from '../../domain/strategy/objectiveKey';
import { type Place, storePlaces } from '../../store/strategy/objectives';
import type { OutlineRow } from '../../store/strategy/statedStrategy';
import { checkState, refuse } from '../rules/checkState';
import { commit } from './commit';
import { refuseInJira } from '../rules/inJira';
import { oneAtATime, STRATEGY } from './oneAtATime';
import { editableRows, rowToEdit, strategy, withChanged } from './stated';

export type Move = { key: string; revision: number; parent: string | null; before: string | null };

/**
 * Moves an objective under another (`null`: to the top), before one of its siblings (`null`: to the end). A new parent
 * is in the history like any change, another order is not.
 */
export const moveObjective = async (move: Move, account: string, now: number): Promise<Strategy> => {
  await oneAtATime(STRATEGY, () => place(move, account, now));
  return strategy();
};

const place = async (move: Move, account: string, now: number): Promise<void> => {
  refuseInJira(move.key);
  const rows = await editableRows();
  const row = await rowToEdit(rows, move.key, move.revision);
  const after = { objective: { ...row.objective, parent: move.parent }, keyResults: row.keyResults };
  checkState(after, withChanged(rows, [after.objective]));
  const places = placesAfter(move, rows);
  if (move.parent === row.objective.parent) await storePlaces(places);
  else await commit([{ row, after, places }], rows, account, now);
};

/** The siblings' new places: they share those that they have. */
const placesAfter = ({ key, parent, before }: Move, rows: readonly OutlineRow[]): Place[] => {
  const moved = rows.map(({ objective }) => (objective.key === key ? { ...objective, parent } : objective));
  const siblings = new Cascade(moved)
    .children(parent)
    .map((sibling) => sibling.key)
    .filter((sibling) => sibling !== key && !isKeyOfIssue(sibling));
  const at = before === null ? siblings.length : siblings.indexOf(before);
  if (at === -1) refuse([{ field: 'before', message: `"${before}" does not stand there any more; reload the page` }]);
  const order = [...siblings.slice(0, at), key, ...siblings.slice(at)];
  const byKey = new Map(rows.map((row) => [row.objective.key, row]));
  const free = order.map((sibling) => byKey.get(sibling)?.position ?? 0).sort((a, b) => a - b);
  let last = -1;
  return order.map((sibling, index) => {
    // Places made at the same moment may be equal.
    last = Math.max(free[index] ?? 0, last + 1);
    return { objective: byKey.get(sibling)?.id ?? 0, position: last };
  });
};
