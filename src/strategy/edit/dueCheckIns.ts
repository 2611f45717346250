import type { DueCheckIn } from '../../contract';
import { checkInDue } from '../../domain/strategy/checkIn';
import { newestCheckInDays } from '../../store/strategy/checkIns';
import { statedObjectives } from '../../store/strategy/objectives';
import { dayAt } from '../../site/siteReading';

/** A check-in that is due within so many days is worth a look already. */
const DAYS_AHEAD = 7;

/**
 * The active objectives of an account that want a check-in, or will within a week, the most overdue first. The first one is due on
 * the objective's start, or today where it has none; each further one when the cadence has passed since the last.
 */
export const dueCheckIns = async (account: string, cadenceDays: number, now: number): Promise<DueCheckIn[]> => {
  const today = await dayAt(now);
  const owned = (await statedObjectives()).filter(({ owner, status }) => owner === account && status === 'active');
  const newest = owned.length === 0 ? new Map<string, number>() : await newestCheckInDays();
  return owned
    .map(({ key, title, status, start }) => {
      const last = newest.get(key) ?? null;
      return { objective: { key, title, status }, last, due: checkInDue(last, start, today, cadenceDays) };
    })
    .filter(({ due }) => due <= today + DAYS_AHEAD)
    .sort((a, b) => a.due - b.due)
    .map((one) => ({ ...one, overdue: one.due < today }));
};
