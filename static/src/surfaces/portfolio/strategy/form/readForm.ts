import type { Goal, KeyResultDraft, ObjectiveDraft } from '../../../../../../src/contract';
import { isObjectiveKey, isRun, RUN_KEY } from '../../../../shared/objectiveKey';
import type { KeyResultForm, ObjectiveForm } from './objectiveForm';

/** What is wrong, by field: `title`, `keyResults.0.to`. */
export type FormErrors = Readonly<Record<string, string>>;

/** The same limits as the app's own: what passes here is refused there only for what others did meanwhile. */
const LONGEST_TITLE = 255;
const LONGEST_TEXT = 10_000;
const LONGEST_UNIT = 32;
const MOST_KEY_RESULTS = 20;
const LARGEST_WEIGHT = 1e9;

const NOT_A_NUMBER = 'Enter a number, such as 12.5.';

/** The number that was typed; `null` for nothing, `undefined` for what is no number. */
export function readNumber(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(text.replace(/\s/g, ''));
  return Number.isFinite(value) ? value : undefined;
}

const length = (text: string) => [...text].length;

type Errors = Record<string, string>;

function readWeight(text: string, field: string, errors: Errors): number | null {
  const weight = readNumber(text);
  if (weight === undefined || (weight !== null && weight < 0)) errors[field] = 'Enter a number of 0 or more.';
  else if (weight !== null && weight > LARGEST_WEIGHT) errors[field] = 'Enter a smaller number: 1,000,000,000 at most.';
  return weight ?? null;
}

function readGoal(form: KeyResultForm, at: string, errors: Errors): Goal {
  const [from, to] = [readNumber(form.from), readNumber(form.to)];
  if (from === undefined) errors[`${at}.from`] = NOT_A_NUMBER;
  if (to === undefined) errors[`${at}.to`] = NOT_A_NUMBER;
  const isKnown = typeof from === 'number' && typeof to === 'number';
  if (form.kind === 'reach') {
    if (isKnown && from === to) errors[`${at}.to`] = 'The target must differ from the baseline.';
    return { kind: 'reach', baseline: from ?? null, target: to ?? null };
  }
  if (from === null) errors[`${at}.from`] = 'A range needs a low end.';
  if (to === null) errors[`${at}.to`] = 'A range needs a high end.';
  if (isKnown && from > to) errors[`${at}.to`] = 'The high end must not be below the low end.';
  return { kind: 'maintain', low: from ?? 0, high: to ?? 0 };
}

function readTitle(text: string, field: string, what: string, errors: Errors): string {
  const title = text.trim();
  if (title === '') errors[field] = `Every ${what} needs a title.`;
  checkLength(title, field, 'a title', LONGEST_TITLE, errors);
  return title;
}

function checkLength(text: string, field: string, what: string, longest: number, errors: Errors): void {
  if (length(text) > longest) {
    errors[field] = `This is ${length(text)} characters long; ${what} has at most ${longest}.`;
  }
}

function readKeyResult(
  form: KeyResultForm,
  index: number,
  all: readonly KeyResultForm[],
  errors: Errors,
): KeyResultDraft {
  const at = `keyResults.${index}`;
  const title = readTitle(form.title, `${at}.title`, 'key result', errors);
  const unit = form.unit.trim();
  const isTwice = all.slice(0, index).some((other) => other.title.trim().toLowerCase() === title.toLowerCase());
  if (title !== '' && isTwice) errors[`${at}.title`] = 'Another key result of this objective has this title.';
  checkLength(unit, `${at}.unit`, 'a unit', LONGEST_UNIT, errors);
  return {
    id: form.id,
    title,
    unit,
    goal: readGoal(form, at, errors),
    weight: readWeight(form.weight, `${at}.weight`, errors),
  };
}

function checkKey(key: string, taken: readonly string[], errors: Errors): void {
  const same = taken.find((other) => other.toLowerCase() === key.toLowerCase());
  if (key === '') errors.key = 'Every objective needs a key, such as OBJ-1.';
  else if (isRun(key)) errors.key = `${RUN_KEY} stands for work that serves no objective.`;
  else if (!isObjectiveKey(key)) {
    errors.key = 'A key starts with a letter, then has letters, digits, - and _; at most 64 of them.';
  } else if (same !== undefined) errors.key = `${same} is taken already.`;
}

/** The objective that a form states, or what is wrong with it. `taken`: keys that a new one cannot have; `null` for one that stands. */
export function readForm(
  form: ObjectiveForm,
  taken: readonly string[] | null,
): { key: string; objective: ObjectiveDraft } | { errors: FormErrors } {
  const errors: Errors = {};
  const key = form.key.trim();
  if (taken) checkKey(key, taken, errors);
  const objective: ObjectiveDraft = {
    title: readTitle(form.title, 'title', 'objective', errors),
    description: form.description.trim() || null,
    owner: form.owner,
    parent: form.parent,
    weight: readWeight(form.weight, 'weight', errors),
    perspective: form.perspective,
    start: form.start || null,
    target: form.target || null,
    status: form.status,
    headline: form.headline,
    keyResults: form.keyResults.map((keyResult, index, all) => readKeyResult(keyResult, index, all, errors)),
  };
  checkLength(form.description.trim(), 'description', 'a description', LONGEST_TEXT, errors);
  if (form.keyResults.length > MOST_KEY_RESULTS) {
    errors.keyResults = `An objective has at most ${MOST_KEY_RESULTS} key results: keep those that tell whether it works.`;
  }
  if (form.start && form.target && form.target < form.start) errors.target = 'The target date is before the start.';
  return Object.keys(errors).length > 0 ? { errors } : { key, objective };
}
