import { OUTCOMES } from '../sql/storedNumbers';

export const outcomeId = (outcome: (typeof OUTCOMES)[number]): number => OUTCOMES.indexOf(outcome);
