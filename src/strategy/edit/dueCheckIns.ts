import type { DueCheckIn } from '../../contract';
import { checkInDue } from '../../domain/strategy/checkIn';
import { newestCheckInDays } from '../../store/strategy/checkIns';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { dayAt } from '../../site/siteReading';

/** How many days ahead due check-ins are listed. */
const DAYS_AHEAD = 7;

/**
 * An owner's active objectives whose check-in is due, or will be within a week, the most overdue first. The first
 * check-in is due on the start, or today without one; each further one a cadence after the last.
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
