import { formatDay } from '../../domain/time/day';

/** `YYYY-MM-DD` of a day, where there is one. */
export const shownDay = (day: number | null): string | null => (day === null ? null : formatDay(day));
