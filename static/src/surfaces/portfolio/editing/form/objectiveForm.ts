import type {
  Day,
  Headline,
  KeyResultDraft,
  ObjectiveDraft,
  Perspective,
  StatedObjective,
  StatedStatus,
} from '../../../../../../src/contract';
import { formatDay } from '../../../../../../src/domain/time/day';

/** A key result in the form, numbers as typed. */
export type KeyResultForm = {
  /** identifies the row; new key results have no `id` */
  row: string;
  id: number | null;
  title: string;
  unit: string;
  kind: 'reach' | 'maintain';
  /** baseline, or the low end of the range */
  from: string;
  /** target, or the high end of the range */
  to: string;
  weight: string;
};

/** An objective in the form, numbers and days as typed. */
export type ObjectiveForm = {
  key: string;
  title: string;
  description: string;
  owner: string | null;
  parent: string | null;
  weight: string;
  perspective: Perspective | null;
  start: string;
  target: string;
  status: StatedStatus;
  headline: Headline;
  keyResults: KeyResultForm[];
};

const typed = (value: number | null): string => (value === null ? '' : String(value));

const typedDay = (day: Day | null): string => (day === null ? '' : formatDay(day));

let rows = 0;
const newRow = () => `row-${(rows += 1)}`;

const toKeyResultForm = ({ id, title, unit, goal, weight }: KeyResultDraft): KeyResultForm => ({
  row: id === null ? newRow() : `key-result-${id}`,
  id,
  title,
  unit,
  kind: goal.kind,
  from: typed(goal.kind === 'reach' ? goal.baseline : goal.low),
  to: typed(goal.kind === 'reach' ? goal.target : goal.high),
  weight: typed(weight),
});

export const toForm = (key: string, objective: ObjectiveDraft): ObjectiveForm => ({
  key,
  title: objective.title,
  description: objective.description ?? '',
  owner: objective.owner,
  parent: objective.parent,
  weight: typed(objective.weight),
  perspective: objective.perspective,
  start: typedDay(objective.start),
  target: typedDay(objective.target),
  status: objective.status,
  headline: objective.headline,
  keyResults: objective.keyResults.map(toKeyResultForm),
});

/** A new objective. It begins as a draft, to which no work can be linked. */
export const blankForm = (key: string, parent: string | null): ObjectiveForm =>
  toForm(key, {
    title: '',
    description: null,
    owner: null,
    parent,
    weight: null,
    perspective: null,
    start: null,
    target: null,
    status: 'draft',
    headline: 'work',
    keyResults: [],
  });

export const blankKeyResult = (): KeyResultForm =>
  toKeyResultForm({
    id: null,
    title: '',
    unit: '',
    goal: { kind: 'reach', baseline: null, target: null },
    weight: null,
  });

/** A stored objective as entered, without key, revision and archived. */
export const draftOf = (stated: StatedObjective): ObjectiveDraft => {
  const { title, description, owner, parent, weight, perspective, start, target, status, headline, keyResults } =
    stated;
  return { title, description, owner, parent, weight, perspective, start, target, status, headline, keyResults };
};
