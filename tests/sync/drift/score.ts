import { note } from '../../note';
import type { EngineName } from '../../site/platform/sql/engine';

/** What a suite found on an engine: how many histories and crash points it went through, and how many of them drifted. */
export type Score = { engine: EngineName; histories?: number; crashPoints?: number; drifted?: number };

/** Adds to what `reporter.mjs` prints when all tests have run. */
export const addToScore = (score: Score): void => note('DRIFT_SCORE', score);
