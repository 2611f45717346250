import type { ListedObjective, StatedObjective, StatedStatus, Strategy } from '../../contract';
import { AppError } from '../../domain/appError';
import { withoutJira } from '../../domain/strategy/objectiveIssue';
import type { ObjectiveOutline } from '../../domain/strategy/objective';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import { applyPendingEvents } from '../../store/strategy/applyEvents';
import { outlineRows, type OutlineRow, type StatedRow, wholeRow } from '../../store/strategy/statedStrategy';

/** The strategy for editing it. Applies pending events first. */
export const editableRows = async (): Promise<OutlineRow[]> => {
  await applyPendingEvents();
  return outlineRows();
};

export const strategy = async (): Promise<Strategy> => {
  const rows = await editableRows();
  return { objectives: rows.map(listedRow), nextKey: nextKeyAfter(rows.map(({ objective }) => objective.key)) };
};

/** What the strategy's list and an objective's form both show. */
const shownFields = (revision: number, objective: ObjectiveOutline) => {
  const { key, title, owner, parent, weight, perspective, start, target, status, headline, archived } =
    withoutJira(objective);
  return {
    key,
    revision,
    archived,
    title,
    owner,
    parent,
    weight,
    perspective,
    start,
    target,
    // Rows of status `unknown` are not stated.
    status: status as StatedStatus,
    headline,
  };
};

/** An objective as the strategy's list shows it. */
const listedRow = ({ revision, objective, keyResults }: OutlineRow): ListedObjective => ({
  ...shownFields(revision, objective),
  keyResults: keyResults.length,
});

/**
 * One objective whole, to edit it.
 * @throws AppError `notFound`
 */
export const statedObjective = async (key: string): Promise<StatedObjective> => {
  const row = (await editableRows()).find(({ objective }) => objective.key === key);
  if (!row) throw noObjective(key);
  return shownRow(await wholeRow(row));
};

const noObjective = (key: string): AppError =>
  new AppError('notFound', `There is no objective ${key}. Reload the page to see the strategy as it is now.`);

/** An objective as a form starts with it. */
export const shownRow = ({
  revision,
  objective,
  keyResults,
}: ObjectiveState & { revision: number }): StatedObjective => ({
  ...shownFields(revision, objective),
  description: objective.description,
  keyResults: keyResults.map(({ id, title, unit, goal, weight }) => ({ id, title, unit, goal, weight })),
});

const NUMBERED = /^OBJ-(\d{1,9})$/i;

/** The next key that no objective has. Issues may carry it already, hidden ones too, so it must not depend on theirs: see `objectiveImpact`. */
const nextKeyAfter = (keys: readonly string[]): string => {
  const numbers = keys.map((key) => Number(NUMBERED.exec(key)?.[1] ?? 0));
  return `OBJ-${numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1}`;
};

/**
 * The objective to edit, whole, at the revision that the person began with. One statement.
 * @throws AppError `notFound`, or `conflict` if it was changed since
 */
export const rowToEdit = async (rows: readonly OutlineRow[], key: string, revision: number): Promise<StatedRow> => {
  const row = rows.find(({ objective }) => objective.key === key);
  if (!row) throw noObjective(key);
  if (row.revision !== revision) throw changedMeanwhile([key]);
  return wholeRow(row);
};

/** The error for a change that came too late. Nothing was overwritten; the person decides. */
export const changedMeanwhile = (keys: readonly string[]): AppError =>
  new AppError(
    'conflict',
    `${keys.join(', ')} ${keys.length === 1 ? 'was' : 'were'} changed by somebody else meanwhile. Reload to see their change; what you wrote is still in the form.`,
  );

/** All objectives by key, with some replaced. */
export const withChanged = (
  rows: readonly OutlineRow[],
  changed: readonly ObjectiveOutline[],
): Map<string, ObjectiveOutline> =>
  new Map([...rows.map(({ objective }) => objective), ...changed].map((objective) => [objective.key, objective]));
