import { appendFileSync } from 'node:fs';

/** What a suite asked: cases of the access table, pairs of answers that must not differ, or odd inputs that must break nothing. */
export type Score = {
  cases?: number;
  leaks?: number;
  pairs?: number;
  differ?: number;
  inputs?: number;
  crashes?: number;
};

/** Adds to what `reporter.mjs` prints when all tests have run; it says where by this name. */
export const addToScore = (score: Score): void => {
  const file = process.env.ACCESS_SCORE;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(score)}\n`);
};
