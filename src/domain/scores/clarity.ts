import { byObjective } from '../strategy/byObjective';
import type { Cascade } from '../strategy/cascade';
import { isMeasurable, type KeyResult } from '../strategy/keyResult';
import { plannedMean } from './plannedMean';
import { hasText } from '../text';

/** Which of the four parts of clarity an active objective states. */
export type StatedClearly = {
  key: string;
  plannedShare: number;
  owner: boolean;
  description: boolean;
  /** a measurable key result */
  keyResult: boolean;
  /** both start and target */
  dates: boolean;
};

export type Clarity = { value: number | null; objectives: StatedClearly[] };

/** How many of the four an objective states. */
export const PARTS_OF_CLARITY = 4;
export const partsMet = ({ owner, description, keyResult, dates }: StatedClearly): number =>
  [owner, description, keyResult, dates].filter(Boolean).length;

/**
 * Clarity, 0…1: the share of owner, description, measurable key result and both dates that active objectives state,
 * weighted by planned share.
 */
export const clarityOf = ({ cascade, keyResults }: { cascade: Cascade; keyResults: readonly KeyResult[] }): Clarity => {
  const shares = cascade.plannedShares();
  const keyResultsOf = byObjective(keyResults);
  const objectives = cascade.objectives
    .filter(({ status }) => status === 'active')
    .map(({ key, owner, description, start, target }): StatedClearly => ({
      key,
      plannedShare: shares.get(key) ?? 0,
      owner: owner !== null,
      description: hasText(description),
      keyResult: (keyResultsOf.get(key) ?? []).some(({ goal }) => isMeasurable(goal)),
      dates: start !== null && target !== null,
    }));
  return {
    value: plannedMean(
      objectives.map((stated) => ({ plannedShare: stated.plannedShare, share: partsMet(stated) / PARTS_OF_CLARITY })),
    ),
    objectives,
  };
};
