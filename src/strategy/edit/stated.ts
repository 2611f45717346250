import type { StatedObjective, StatedStatus, Strategy } from '../../contract';
import { AppError } from '../../domain/appError';
import type { Objective } from '../../domain/strategy/objective';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import { applyPendingEvents } from '../../store/strategy/applyEvents';
import { statedRows, type StatedRow } from '../../store/strategy/statedStrategy';

/** The strategy for editing it. Applies pending events first. */
export const editableRows = async (): Promise<StatedRow[]> => {
  await applyPendingEvents();
  return statedRows();
};

export const strategy = async (): Promise<Strategy> => {
  const rows = await editableRows();
  return { objectives: rows.map(shownRow), nextKey: nextKeyAfter(rows.map(({ objective }) => objective.key)) };
};

/** An objective as a form starts with it. */
export const shownRow = ({
  revision,
  objective,
  keyResults,
}: ObjectiveState & { revision: number }): StatedObjective => {
  const { key, title, description, owner, parent, weight, perspective, start, target, status, headline, archived } =
    objective;
  return {
    key,
    revision,
    archived,
    title,
    description,
    owner,
    parent,
    weight,
    perspective,
    start,
    target,
    // Rows of status `unknown` are not stated.
    status: status as StatedStatus,
    headline,
    keyResults: keyResults.map(({ id, title: name, unit, goal, weight: share }) => ({
      id,
      title: name,
      unit,
      goal,
      weight: share,
    })),
  };
};

const NUMBERED = /^OBJ-(\d{1,9})$/i;

/** The next key that no objective has. Issues may carry it already, hidden ones too, so it must not depend on theirs: see `objectiveImpact`. */
const nextKeyAfter = (keys: readonly string[]): string => {
  const numbers = keys.map((key) => Number(NUMBERED.exec(key)?.[1] ?? 0));
  return `OBJ-${numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1}`;
};

/**
 * The objective to edit, at the revision that the person began with.
 * @throws AppError `notFound`, or `conflict` if it was changed since
 */
export const rowToEdit = (rows: readonly StatedRow[], key: string, revision: number): StatedRow => {
  const row = rows.find(({ objective }) => objective.key === key);
  if (!row)
    throw new AppError('notFound', `There is no objective ${key}. Reload the page to see the strategy as it is now.`);
  if (row.revision !== revision) throw changedMeanwhile([key]);
  return row;
};

/** The error for a change that came too late. Nothing was overwritten; the person decides. */
export const changedMeanwhile = (keys: readonly string[]): AppError =>
  new AppError(
    'conflict',
    `${keys.join(', ')} ${keys.length === 1 ? 'was' : 'were'} changed by somebody else meanwhile. Reload to see their change; what you wrote is still in the form.`,
  );

/** All objectives by key, with some replaced. */
export const withChanged = (rows: readonly StatedRow[], changed: readonly Objective[]): Map<string, Objective> =>
  new Map([...rows.map(({ objective }) => objective), ...changed].map((objective) => [objective.key, objective]));
