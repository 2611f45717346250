import type { CheckInDraft, KeyResult, StatedHealth } from '../../../../../src/contract';
import { readNumber } from '../strategy/form/readForm';

/** A check-in as it is typed; values by key result, those left empty are not said. */
export type CheckInForm = {
  day: string;
  note: string;
  health: StatedHealth | null;
  decision: string;
  values: Readonly<Record<number, string>>;
};

export type CheckInErrors = Readonly<Record<string, string>>;

/** The check-in that a form makes, or what is wrong with it. `today` is a day of the site. */
export function readCheckIn(
  objective: string,
  form: CheckInForm,
  keyResults: readonly KeyResult[],
  today: string,
): { draft: CheckInDraft } | { errors: CheckInErrors } {
  const errors: Record<string, string> = {};
  const values = keyResults.flatMap(({ id }) => {
    const value = readNumber(form.values[id] ?? '');
    if (value === undefined) errors[`values.${id}`] = 'Enter a number, such as 12.5.';
    return typeof value === 'number' ? [{ keyResult: id, value }] : [];
  });
  const note = form.note.trim() || null;
  const decision = form.decision.trim() || null;
  if (form.day === '') errors.day = 'Choose a day.';
  else if (form.day > today) errors.day = 'A check-in tells how it is, so its day is not in the future.';
  const isEmpty = values.length === 0 && note === null && decision === null && form.health === null;
  if (isEmpty && Object.keys(errors).length === 0) {
    errors.note = 'Say something: a note, a health, a decision or a new value of a key result.';
  }
  if (Object.keys(errors).length > 0) return { errors };
  return { draft: { objective, day: form.day, note, health: form.health, decision, values } };
}

/** The field of the form that the app means by a name such as `values.0.value`, which counts the values that were sent. */
export function fieldOfCheckIn(name: string | null, sent: CheckInDraft): string | null {
  if (name === null) return null;
  const [first = '', index] = name.split('.');
  if (first !== 'values') return ['day', 'note', 'health', 'decision'].includes(first) ? first : null;
  const keyResult = sent.values[Number(index)]?.keyResult;
  return keyResult === undefined ? null : `values.${keyResult}`;
}
