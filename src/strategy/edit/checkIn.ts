import type { CheckIn, CheckInDraft } from '../../contract';
import { AppError } from '../../domain/appError';
import { formatDay, parseDay } from '../../domain/time/day';
import { storeCheckIn } from '../../store/strategy/checkIns';
import type { StatedRow } from '../../store/strategy/statedStrategy';
import { refuse } from '../rules/checkState';
import { idsFrom } from './freshIds';
import { textProblem, tidyText } from '../rules/objectiveRules';
import { editableRows } from './stated';
import { dayAt } from '../../site/siteReading';

/** Keeps what somebody says of an objective. Throws `invalid` with the field that is wrong. The caller made sure that they may. */
export const checkIn = async (draft: CheckInDraft, account: string, now: number): Promise<CheckIn> => {
  const row = (await editableRows()).find(({ objective }) => objective.key === draft.objective);
  if (!row) throw new AppError('notFound', `There is no objective ${draft.objective}. Reload the page.`);
  const day = dayOfCheckIn(draft.day, await dayAt(now));
  const note = tidyText(draft.note);
  const decision = tidyText(draft.decision);
  refuse([...textProblem('note', note), ...textProblem('decision', decision)]);
  checkValues(draft.values, row);
  if (note === null && decision === null && draft.health === null && draft.values.length === 0) {
    throw new AppError(
      'invalid',
      'Say something: a note, a health, a decision or a new value of a key result.',
      'note',
    );
  }
  const id = idsFrom(now)();
  const values = new Map(draft.values.map(({ keyResult, value }) => [keyResult, value]));
  await storeCheckIn(row.id, { id, day, at: now, author: account, note, decision, health: draft.health, values });
  const at = new Date(now).toISOString();
  return { ...draft, id, day: formatDay(day), author: account, at, note, decision };
};

const dayOfCheckIn = (text: string, today: number): number => {
  const field = 'day';
  const day = parseDay(text);
  if (day === null) throw new AppError('invalid', `"${text}" is not a date. Write it like 2026-01-31.`, field);
  if (day > today) throw new AppError('invalid', 'A check-in tells how it is, so its day is not in the future.', field);
  if (day < 0) throw new AppError('invalid', 'The day of a check-in is in 1970 or later.', field);
  return day;
};

const checkValues = (values: CheckInDraft['values'], { objective, keyResults }: StatedRow): void => {
  const known = new Set(keyResults.map(({ id }) => id));
  values.forEach(({ keyResult, value }, index) => {
    const field = `values.${index}.value`;
    // Each may be given one new value.
    if (!known.delete(keyResult)) {
      throw new AppError('invalid', `This is no key result of ${objective.key} any more. Reload the page.`, field);
    }
    if (!Number.isFinite(value)) throw new AppError('invalid', 'Enter a number, such as 12.5.', field);
  });
};
