import type { CheckIn } from '../../contract';
import type { KeptCheckIn } from '../../store/strategy/checkIns';

/** Check-ins for a page, newest first. */
export const shownCheckIns = (checkIns: readonly KeptCheckIn[]): CheckIn[] =>
  [...checkIns]
    .sort((a, b) => b.day - a.day || b.at - a.at)
    .map(({ values, at, ...said }) => ({
      ...said,
      at: new Date(at).toISOString(),
      values: [...values].map(([keyResult, value]) => ({ keyResult, value })),
    }));
