import type { CheckIn, CheckIns } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { type CheckInCursor, checkInsPage, type KeptCheckIn } from '../../store/strategy/checkIns';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { type Asking, visibleObjective } from './visibleObjective';

/** Check-ins for a page, in the order given. */
export const shownCheckIns = (checkIns: readonly KeptCheckIn[]): CheckIn[] =>
  checkIns.map(({ id, objective, day, at, author, note, health, decision, values }) => ({
    ...{ id, objective, day, author, note, health, decision },
    at: new Date(at).toISOString(),
    values: [...values].map(([keyResult, value]) => ({ keyResult, value })),
  }));

/**
 * A page of an objective's check-ins that the viewer may see, newest first, behind a cursor. One statement. The caller
 * checks that they may see the objective.
 */
export const checkInsOf = async (key: string, before: CheckInCursor | null, viewer: Asking): Promise<CheckIns> => {
  const { rows, left } = await checkInsPage({ of: key, before }, viewer);
  return { checkIns: shownCheckIns(rows), checkInsLeft: left };
};

/** Further check-ins of an objective, older than one shown. */
export const olderCheckIns = async (key: string, before: CheckInCursor, viewer: Asking): Promise<CheckIns> => {
  visibleObjective(key, new Cascade(await statedObjectives()), viewer);
  return checkInsOf(key, before, viewer);
};
