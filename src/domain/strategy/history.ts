import type { Day } from '../time/day';
import { publicPartOf } from './drafts';
import type { KeyResult } from './keyResult';
import { HEADLINE_NAME, type Objective, PERSPECTIVE_NAME, STATUS_NAME } from './objective';
import type { StatedKeyResult } from './objectiveRules';
import type { ObjectiveState, StrategyEvent } from './strategyEvent';
import { turnIn } from './turn';

/** A field's old and new value; `null`: empty. Dates are days, an owner is an account id, the rest is in words. */
export type FieldChange =
  | { field: DateField; from: Day | null; to: Day | null }
  | { field: Exclude<HistoryField, DateField>; from: string | null; to: string | null };

type DateField = 'start' | 'target';

/** A change of an objective. `at`: epoch milliseconds */
export type ObjectiveChange = {
  /** key of the objective */
  objective: string;
  at: number;
  author: string | null;
  kind: 'created' | 'changed' | 'archived' | 'restored';
  changes: FieldChange[];
};

/**
 * The fields of a change, in the order shown. Each key result that was added, changed or removed is one `keyResult`.
 */
export type HistoryField = (typeof FIELDS)[number] | 'keyResult';

const FIELDS = [
  'title',
  'description',
  'status',
  'owner',
  'parent',
  'weight',
  'perspective',
  'start',
  'target',
  'headline',
] as const satisfies readonly (keyof Objective)[];

const inWords = (objective: Objective | null, field: Exclude<(typeof FIELDS)[number], DateField>): string | null => {
  if (objective === null) return null;
  switch (field) {
    case 'status':
      return STATUS_NAME[objective.status];
    case 'perspective':
      return objective.perspective && PERSPECTIVE_NAME[objective.perspective];
    case 'headline':
      return HEADLINE_NAME[objective.headline];
    case 'weight':
      return objective.weight === null ? null : String(objective.weight);
    case 'title':
    case 'description':
    case 'owner':
    case 'parent':
      return objective[field];
  }
};

/** "Net promoter score, from 20 to 50 points, weight 2"; `number` writes a number. */
export const keyResultInWords = (
  { title, unit, goal, weight }: StatedKeyResult,
  number: (value: number) => string = String,
): string => {
  const end = (value: number | null): string => (value === null ? '?' : number(value));
  const way =
    goal.kind === 'reach'
      ? `from ${end(goal.baseline)} to ${end(goal.target)}`
      : `between ${end(goal.low)} and ${end(goal.high)}`;
  return `${title}, ${way}${unit === '' ? '' : ` ${unit}`}${weight === null ? '' : `, weight ${number(weight)}`}`;
};

const fieldChanges = (before: Objective | null, after: Objective): FieldChange[] =>
  FIELDS.map((field) =>
    field === 'start' || field === 'target'
      ? { field, from: before?.[field] ?? null, to: after[field] }
      : { field, from: inWords(before, field), to: inWords(after, field) },
  );

/** Changes of key results. They are matched by id, whatever their titles. */
const keyResultChanges = (before: readonly KeyResult[], after: readonly KeyResult[]): FieldChange[] => {
  const old = new Map(before.map((keyResult) => [keyResult.id, keyResultInWords(keyResult)]));
  const now = new Map(after.map((keyResult) => [keyResult.id, keyResultInWords(keyResult)]));
  return [...new Set([...old.keys(), ...now.keys()])].map((id) => ({
    field: 'keyResult',
    from: old.get(id) ?? null,
    to: now.get(id) ?? null,
  }));
};

const kindOf = (before: ObjectiveState | null, after: ObjectiveState): ObjectiveChange['kind'] => {
  if (before === null) return 'created';
  if (before.objective.archived === after.objective.archived) return 'changed';
  return after.objective.archived ? 'archived' : 'restored';
};

/** The differences between two states of an objective, by field; of a new one all that it states. */
export const changesBetween = (before: ObjectiveState | null, after: ObjectiveState): FieldChange[] =>
  [
    ...fieldChanges(before?.objective ?? null, after.objective),
    ...keyResultChanges(before?.keyResults ?? [], after.keyResults),
  ].filter(({ from, to }) => from !== to);

/** The account ids of owners among changes. */
export const ownersIn = (changes: readonly FieldChange[]): string[] =>
  changes.flatMap((change) => (change.field === 'owner' ? [change.from, change.to] : [])).filter((id) => id !== null);

/**
 * The history that events make, newest first. An event that changes no field shown, such as an order of key results, is
 * left out.
 * @param seesDrafts whether the reader may see drafts of this objective; others get only what `publicPartOf` leaves
 */
export const historyOf = (
  events: readonly StrategyEvent[],
  seesDrafts: (objective: string) => boolean,
): ObjectiveChange[] =>
  [...events]
    .sort((a, b) => b.at - a.at || b.revision - a.revision)
    .map((event) => ({ ...event, part: seesDrafts(event.objective) ? 'all' : publicPartOf(turnIn(event)) }))
    .filter(({ part }) => part !== 'nothing')
    .map(({ objective, at, author, before, after, part }) => ({
      objective,
      at,
      author,
      kind: kindOf(before, after),
      changes: changesBetween(before, after).filter(({ field }) => part === 'all' || field === 'status'),
    }))
    .filter(({ kind, changes }) => kind !== 'changed' || changes.length > 0);
