import { appendFileSync } from 'node:fs';

/** What a suite found: how many histories and crash points it went through, and how many of them drifted. */
export type Score = { histories: number; crashPoints: number; drifted: number };

/** Adds to the line that `reporter.mjs` prints when all tests have run; it says where by this name. */
export const addToScore = (score: Partial<Score>): void => {
  const file = process.env.DRIFT_SCORE;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(score)}\n`);
};
