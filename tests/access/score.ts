import { appendFileSync } from 'node:fs';

/** What a suite asked: cases of the access table, or pairs of answers that must not differ. */
export type Score = { cases?: number; leaks?: number; pairs?: number; differ?: number };

/** Adds to what `reporter.mjs` prints when all tests have run; it says where by this name. */
export const addToScore = (score: Score): void => {
  const file = process.env.ACCESS_SCORE;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(score)}\n`);
};
