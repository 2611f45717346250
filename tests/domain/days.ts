import { type Day, parseDay } from '../../src/domain/time/day';

/** The day that a date such as 2026-05-17 names. */
export const asDay = (date: string): Day => {
  const found = parseDay(date);
  if (found === null) throw new RangeError(`${date} names no day`);
  return found;
};
