import type { Day, Measure } from '../../../../src/contract';
import type { Format } from '../format';

/** "As it was on 30 Sept 2026". */
export const asItWas = (day: Day, format: Format): string => `As it was on ${format.day(day)}`;

/** Where the figures of a past day come from: what was recorded on it, or today's work counted again. */
export const originInWords = ({ day, recorded }: { day: Day; recorded: boolean }, format: Format): string =>
  recorded
    ? `Recorded on ${format.day(day)}: with the links, the strategy and the work in progress of that day.`
    : `Reconstructed, because nothing was recorded on ${format.day(day)} with this window: counted again from the days on which today’s work was created and done, under today’s links, estimates and strategy. What is in progress today and existed then counts as in progress.`;

/** Why what was planned is missing; `null`: it is not. */
export const noPlanBecause = (
  { planned, recorded }: { planned: object | null; recorded: boolean },
  measure: Measure,
): string | null => {
  if (planned !== null) return null;
  return recorded && measure === 'points'
    ? 'What was planned is recorded in items: choose Work items to compare it.'
    : 'What was planned was not recorded on that day.';
};

/** The heads of the columns of both days. */
export const headsOf = (day: Day, format: Format): { then: string; now: string } => ({
  then: format.day(day),
  now: 'Today',
});
