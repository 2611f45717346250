import type { CheckInDraft, Day, KeyResult, StatedHealth } from '../../../../../src/contract';
import { checkInProblems } from '../../../../../src/domain/strategy/checkInRules';
import { NOT_A_NUMBER, sentenceOf, tidyText } from '../../../../../src/domain/strategy/objectiveRules';
import { notADay, parseDay } from '../../../../../src/domain/time/day';
import { readNumber } from '../editing/form/readForm';

/** A check-in as typed. `values`: by key result id; empty ones are not sent */
export type CheckInForm = {
  /** `YYYY-MM-DD`, or empty */
  day: string;
  note: string;
  health: StatedHealth | null;
  decision: string;
  values: Readonly<Record<number, string>>;
};

export type CheckInErrors = Readonly<Record<string, string>>;

/** The check-in in a form, or its errors. `today`: in the site's time zone */
export function readCheckIn(
  objective: string,
  form: CheckInForm,
  keyResults: readonly KeyResult[],
  today: Day,
): { draft: CheckInDraft } | { errors: CheckInErrors } {
  const errors: Record<string, string> = {};
  const values = keyResults.flatMap(({ id }) => {
    const value = readNumber(form.values[id] ?? '');
    if (value === undefined) errors[`values.${id}`] = NOT_A_NUMBER;
    return typeof value === 'number' ? [{ keyResult: id, value }] : [];
  });
  const day = parseDay(form.day);
  if (day === null) errors.day = form.day === '' ? 'Choose a day.' : `${notADay(form.day)}.`;
  const draft: CheckInDraft = {
    objective,
    day: day ?? today,
    note: tidyText(form.note),
    health: form.health,
    decision: tidyText(form.decision),
    values,
  };
  // The draft lacks values that could not be read, so the rules could complain wrongly.
  const isUnread = Object.keys(errors).length > 0;
  for (const problem of isUnread ? [] : checkInProblems(draft, today)) errors[problem.field] ??= sentenceOf(problem);
  return Object.keys(errors).length > 0 ? { errors } : { draft };
}

/** The form's field for the app's, such as `values.0.value`, an index into the values sent; `null`: none. */
export function fieldOfCheckIn(name: string | null, sent: CheckInDraft): string | null {
  if (name === null) return null;
  const [first = '', index] = name.split('.');
  if (first !== 'values') return ['day', 'note', 'health', 'decision'].includes(first) ? first : null;
  const keyResult = sent.values[Number(index)]?.keyResult;
  return keyResult === undefined ? null : `values.${keyResult}`;
}
