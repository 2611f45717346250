import { PARTS_OF_CLARITY } from '../scores/clarity';
import { isMeasurable } from '../strategy/keyResult';
import { onePerChain } from './onePerChain';
import { longActive } from './planned';
import type { Finding, FindingsInput, Missing } from './types';

/**
 * Objectives that nobody owns, or whose success nothing measures: what an objective lacks most.
 *
 * Harm: planned share × what is missing, as a share of the four parts of clarity.
 */
export const notStated = (input: FindingsInput): Finding<'notStated'>[] => {
  const found = longActive(input).flatMap(({ objective: { key, owner }, plannedShare, figures }) => {
    const missing: Missing[] = [];
    if (owner === null) missing.push('owner');
    if (!figures.keyResults.some(({ keyResult }) => isMeasurable(keyResult.goal))) missing.push('keyResult');
    if (missing.length === 0) return [];
    const finding: Finding<'notStated'> = {
      harm: (plannedShare * missing.length) / PARTS_OF_CLARITY,
      evidence: { kind: 'notStated', objective: key, missing },
    };
    return [finding];
  });
  return onePerChain(found, input.cascade);
};
