import { byObjective } from '../strategy/byObjective';
import type { Cascade } from '../strategy/cascade';
import { isMeasurable, type KeyResult } from '../strategy/keyResult';
import { plannedMean } from './plannedMean';
import { hasText } from '../text';

/** What an active objective states of the four things that make it clear. */
export type StatedClearly = {
  key: string;
  plannedShare: number;
  owner: boolean;
  description: boolean;
  /** a key result that check-ins can measure */
  keyResult: boolean;
  /** both start and target */
  dates: boolean;
};

export type Clarity = { value: number | null; objectives: StatedClearly[] };

/** How many of the four an objective states. */
export const PARTS_OF_CLARITY = 4;
export const partsMet = ({ owner, description, keyResult, dates }: StatedClearly): number =>
  [owner, description, keyResult, dates].filter(Boolean).length;

/** Clarity, 0…1: the share that active objectives state of an owner, a description, a measurable key result, and their dates, by planned share. */
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
