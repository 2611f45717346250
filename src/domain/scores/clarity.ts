import { byObjective } from '../strategy/byObjective';
import type { Cascade } from '../strategy/cascade';
import { isKeyOfIssue } from '../strategy/objectiveKey';
import { isMeasurable, type KeyResult } from '../strategy/keyResult';
import { plannedMean } from './plannedMean';
import { hasText } from '../text';

/** Which of the four parts of clarity an active objective states. */
export type StatedClearly = {
  key: string;
  plannedShare: number;
  owner: boolean;
  /** `null`: it is an issue, and its description is in Jira, where the app does not read it: that is not asked for */
  description: boolean | null;
  /** a measurable key result */
  keyResult: boolean;
  /** both start and target */
  dates: boolean;
};

export type Clarity = { value: number | null; objectives: StatedClearly[] };

export const PARTS_OF_CLARITY = 4;
/** How many of the four are asked of an objective, and how many it states. */
export const partsAsked = ({ description }: StatedClearly): number => PARTS_OF_CLARITY - (description === null ? 1 : 0);
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
      description: isKeyOfIssue(key) ? null : hasText(description),
      keyResult: (keyResultsOf.get(key) ?? []).some(({ goal }) => isMeasurable(goal)),
      dates: start !== null && target !== null,
    }));
  return {
    value: plannedMean(
      objectives.map((stated) => ({ plannedShare: stated.plannedShare, share: partsMet(stated) / partsAsked(stated) })),
    ),
    objectives,
  };
};
