import type { Foresight } from './foresight';
import { type Case, weeksUntil } from './replay';
import { comeWeekly } from './weeklyCounts';

/** How many earlier forecasts of 85 % are due, and how many of them came true. */
export type TrackRecord = { due: number; cameTrue: number };

export const NO_RECORD: TrackRecord = { due: 0, cameTrue: 0 };

/** The chance whose record is kept. */
const STATED = 0.85;

/**
 * Adds an earlier forecast to the record of its scope: of the week by which what was open then would be over with a
 * chance of 85 %. One that is not due yet does not count. Chances only rise with time, so the week itself need not be
 * looked for: it has come if the chance reaches 85 % by now, and was late if it was below 85 % until the work was over.
 */
export const withForecast = (record: TrackRecord, { scope, week, from }: Case, foresight: Foresight): TrackRecord => {
  if (from.open <= 0) return record;
  const weekly = comeWeekly(scope.counts, 'over');
  const last = weekly.length - 1;
  if (foresight.chanceOfEnd(from, last - week) < STATED) return record;
  const weeks = weeksUntil(weekly, week, from.open, last);
  const inTime = weeks !== null && foresight.chanceOfEnd(from, weeks - 1) < STATED;
  return { due: record.due + 1, cameTrue: record.cameTrue + Number(inTime) };
};
