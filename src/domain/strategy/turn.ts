import type { Day } from '../time/day';
import type { KeyResult } from './keyResult';
import type { ObjectiveOutline, ObjectiveStatus } from './objective';
import type { ObjectiveState, StrategyEvent } from './strategyEvent';

/** What figures need of a change of an objective, without any text. */
export type Turn = Pick<StrategyEvent, 'objective' | 'revision' | 'day' | 'openWork'> & {
  /** `null`: it was new */
  statusBefore: ObjectiveStatus | null;
  statusAfter: ObjectiveStatus;
  /** whether its target (the date, or a goal of a key result), weight or status changed; a new one has no course yet */
  changesCourse: boolean;
};

/** The goals of key results as a text to compare. */
const targets = (keyResults: readonly KeyResult[]): string =>
  JSON.stringify(
    keyResults
      .map(({ id, goal }) => (goal.kind === 'reach' ? [id, goal.target] : [id, goal.low, goal.high]))
      .sort(([a], [b]) => (a ?? 0) - (b ?? 0)),
  );

const changesCourse = (before: ObjectiveState, after: ObjectiveState): boolean =>
  (['target', 'weight', 'status'] as const).some((field) => before.objective[field] !== after.objective[field]) ||
  targets(before.keyResults) !== targets(after.keyResults);

/** What a change turned. */
export const turnIn = ({
  before,
  after,
}: Pick<StrategyEvent, 'before' | 'after'>): Pick<Turn, 'statusBefore' | 'statusAfter' | 'changesCourse'> => ({
  statusBefore: before?.objective.status ?? null,
  statusAfter: after.objective.status,
  changesCourse: before !== null && changesCourse(before, after),
});

/**
 * When objectives last turned active in the app, by key: those that are issues when the app found them. `events`: oldest
 * first
 */
export const turnedActive = (
  objectives: readonly Pick<ObjectiveOutline, 'key' | 'found'>[],
  events: readonly Pick<Turn, 'objective' | 'day' | 'statusBefore' | 'statusAfter'>[],
): Map<string, Day> =>
  new Map([
    ...objectives.flatMap(({ key, found }) => (found == null ? [] : [[key, found] as const])),
    ...events
      .filter(({ statusBefore, statusAfter }) => statusAfter === 'active' && statusBefore !== 'active')
      .map(({ objective, day }) => [objective, day] as const),
  ]);

/** An objective and its key results as figures of past days need them. */
export type StateOutline = { objective: ObjectiveOutline; keyResults: readonly KeyResult[] };

/** What a past day needs to undo a change. `before`: `null`: there was no such objective */
export type PastChange = Pick<StrategyEvent, 'objective' | 'revision' | 'day'> & { before: StateOutline | null };

/** A state without its texts and its owner, which no figure of the past needs. */
export const withoutTexts = ({ objective, keyResults }: ObjectiveState): StateOutline => ({
  objective: { ...objective, title: '', description: null, owner: null },
  keyResults: keyResults.map((keyResult) => ({ ...keyResult, title: '', unit: '' })),
});
