import type { CheckIn, CheckInDraft } from '../../contract';
import { AppError } from '../../domain/appError';
import { MOST_CHECK_INS, MOST_CHECK_INS_A_DAY } from '../../domain/strategy/caps';
import { checkInProblems } from '../../domain/strategy/checkInRules';
import { countCheckIns, newestIfEqual, storeCheckIn } from '../../store/strategy/checkIns';
import type { OutlineRow } from '../../store/strategy/statedStrategy';
import { refuse } from '../rules/checkState';
import { idsFrom } from './freshIds';
import { oneAtATime } from './oneAtATime';
import { NOT_A_NUMBER, tidyText } from '../../domain/strategy/objectiveRules';
import { editableRows } from './stated';
import { dayAt } from '../../site/siteReading';
import type { Day } from '../../domain/time/day';

/**
 * Stores a check-in, unless it says what the newest one on the objective says already. The caller has checked that the person may check in.
 * @throws AppError `invalid` with the wrong field
 */
export const checkIn = async (draft: CheckInDraft, account: string, now: number): Promise<CheckIn> => {
  const row = (await editableRows()).find(({ objective }) => objective.key === draft.objective);
  if (!row) throw new AppError('notFound', `There is no objective ${draft.objective}. Reload the page.`);
  const { day } = draft;
  const note = tidyText(draft.note);
  const decision = tidyText(draft.decision);
  refuse(checkInProblems({ ...draft, note, decision }, await dayAt(now)));
  checkValues(draft.values, row);
  const values = new Map(draft.values.map(({ keyResult, value }) => [keyResult, value]));
  const said = { day, author: account, note, decision, health: draft.health, values };
  // A double click says the same twice: the second answers with the first.
  const { id, at } = await oneAtATime(`check-in ${row.id}`, async () => {
    const before = await newestIfEqual(row.id, said);
    if (before !== null) return before;
    await checkRoom(row, day);
    const made = { id: idsFrom(now)(), at: now };
    await storeCheckIn(row.id, { ...said, ...made, ofDraft: row.objective.status === 'draft' });
    return made;
  });
  return { ...draft, id, author: account, at: new Date(at).toISOString(), note, decision };
};

/** @throws AppError `invalid` if the objective has as many check-ins as are kept */
const checkRoom = async ({ id, objective: { key } }: OutlineRow, day: Day): Promise<void> => {
  const { all, ofDay } = await countCheckIns(id, day);
  if (ofDay >= MOST_CHECK_INS_A_DAY) {
    const message = `${key} has ${MOST_CHECK_INS_A_DAY} check-ins of this day, which is all that one day keeps. Choose another day.`;
    throw new AppError('invalid', message, 'day');
  }
  if (all >= MOST_CHECK_INS) {
    const message = `${key} has ${MOST_CHECK_INS.toLocaleString('en')} check-ins, which is all that an objective keeps. State what comes next as a new objective.`;
    throw new AppError('invalid', message);
  }
};

const checkValues = (values: CheckInDraft['values'], { objective, keyResults }: OutlineRow): void => {
  const known = new Set(keyResults.map(({ id }) => id));
  values.forEach(({ keyResult, value }, index) => {
    const field = `values.${index}.value`;
    // Each key result may get one value.
    if (!known.delete(keyResult)) {
      throw new AppError('invalid', `This is no key result of ${objective.key} any more. Reload the page.`, field);
    }
    if (!Number.isFinite(value)) throw new AppError('invalid', NOT_A_NUMBER, field);
  });
};
