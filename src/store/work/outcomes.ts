import { OUTCOMES } from '../sql/storedNumbers';

/** The number that stands for an outcome. */
export const outcomeId = (outcome: (typeof OUTCOMES)[number]): number => OUTCOMES.indexOf(outcome);
