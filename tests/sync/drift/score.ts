import { appendFileSync } from 'node:fs';
import type { EngineName } from '../../site/platform/sql/engine';

/** What a suite found on an engine: how many histories and crash points it went through, and how many of them drifted. */
export type Score = { engine: EngineName; histories?: number; crashPoints?: number; drifted?: number };

/** Adds to the line that `reporter.mjs` prints when all tests have run; it says where by this name. */
export const addToScore = (score: Score): void => {
  const file = process.env.DRIFT_SCORE;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(score)}\n`);
};
