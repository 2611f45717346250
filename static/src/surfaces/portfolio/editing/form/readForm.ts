import type { Day, Goal, KeyResultDraft, ObjectiveDraft } from '../../../../../../src/contract';
import { isSameKey } from '../../../../../../src/domain/strategy/objectiveKey';
import {
  KEY_MISSING,
  keyProblem,
  NOT_A_NUMBER,
  type Problem,
  sentenceOf,
  statedProblems,
  tidyLine,
  tidyText,
} from '../../../../../../src/domain/strategy/objectiveRules';
import { isAdded } from '../../../../../../src/domain/strategy/objectiveIssue';
import { notADay, parseDay } from '../../../../../../src/domain/time/day';
import { isInJira } from '../../../../shared/jira/seenObjectives';
import { fieldOfForm } from './fieldNames';
import type { KeyResultForm, ObjectiveForm } from './objectiveForm';

/** Messages by field, such as `title` or `keyResults.0.to`. */
export type FormErrors = Readonly<Record<string, string>>;

/** The number typed, spaces ignored; `null`: nothing, `undefined`: not a number. */
export function readNumber(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(text.replace(/\s/g, ''));
  return Number.isFinite(value) ? value : undefined;
}

/** Collects the first error of each field. */
class Errors {
  readonly found: Record<string, string> = {};

  add(field: string, message: string): void {
    this.found[field] ??= message;
  }

  number(text: string, field: string): number | null {
    const value = readNumber(text);
    if (value === undefined) this.add(field, NOT_A_NUMBER);
    return value ?? null;
  }

  day(text: string, field: string): Day | null {
    if (text === '') return null;
    const day = parseDay(text);
    if (day === null) this.add(field, `${notADay(text)}.`);
    return day;
  }
}

function readGoal(form: KeyResultForm, at: string, errors: Errors): Goal {
  const [from, to] = [errors.number(form.from, `${at}.from`), errors.number(form.to, `${at}.to`)];
  if (form.kind === 'reach') return { kind: 'reach', baseline: from, target: to };
  if (from === null) errors.add(`${at}.from`, 'A range needs a low end.');
  if (to === null) errors.add(`${at}.to`, 'A range needs a high end.');
  // A missing end takes the value of the other, so that it causes no further error.
  return { kind: 'maintain', low: from ?? to ?? 0, high: to ?? from ?? 0 };
}

function readKeyResult(form: KeyResultForm, index: number, errors: Errors): KeyResultDraft {
  const at = `keyResults.${index}`;
  return {
    id: form.id,
    title: tidyLine(form.title),
    unit: tidyLine(form.unit),
    goal: readGoal(form, at, errors),
    weight: errors.number(form.weight, `${at}.weight`),
  };
}

function newKeyProblems(key: string, taken: readonly string[]): Problem[] {
  const field = 'key';
  if (key === '') return [{ field, message: KEY_MISSING }];
  const same = taken.find((other) => isSameKey(other, key));
  return same === undefined ? keyProblem(key) : [{ field, message: `"${same}" is taken already` }];
}

/** The objective in a form, or its errors. `taken`: keys that a new one cannot have; `null`: not a new one */
export function readForm(
  form: ObjectiveForm,
  taken: readonly string[] | null,
): { key: string; objective: ObjectiveDraft } | { errors: FormErrors } {
  const errors = new Errors();
  const key = tidyLine(form.key);
  const objective: ObjectiveDraft = {
    title: tidyLine(form.title),
    description: tidyText(form.description),
    owner: form.owner,
    parent: form.parent,
    weight: errors.number(form.weight, 'weight'),
    perspective: form.perspective,
    start: errors.day(form.start, 'start'),
    target: errors.day(form.target, 'target'),
    status: form.status,
    headline: form.headline,
    keyResults: form.keyResults.map((keyResult, index) => readKeyResult(keyResult, index, errors)),
  };
  const stated = statedProblems(objective, objective.keyResults);
  const problems = [
    ...(taken === null ? [] : newKeyProblems(key, taken)),
    ...(isInJira(form.key) ? stated.filter(({ field }) => isAdded(field)) : stated),
  ];
  for (const problem of problems) errors.add(fieldOfForm(problem.field, form) ?? problem.field, sentenceOf(problem));
  return Object.keys(errors.found).length > 0 ? { errors: errors.found } : { key, objective };
}
