import { note } from '../note';

/** What a suite asked: cases of the access table, pairs of answers that must not differ, or odd inputs that must break nothing. */
export type Score = {
  cases?: number;
  leaks?: number;
  pairs?: number;
  differ?: number;
  inputs?: number;
  crashes?: number;
};

/** Adds to what `reporter.mjs` prints when all tests have run. */
export const addToScore = (score: Score): void => note('ACCESS_SCORE', score);
